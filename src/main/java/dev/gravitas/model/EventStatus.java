package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/// The status texts that the console writes, and which texts mean failure (specification section 5).
public final class EventStatus {
    public static final String SUCCESS = "success";
    public static final String ERROR = "error";
    /// An answer of zero tokens: kept and counted, never averaged in.
    public static final String NO_TOKENS = "no_tokens";

    private static final Set<String> FAILED = Set
            .of("error", "failed", "failure", "timeout", "aborted", "cancelled", NO_TOKENS);

    private EventStatus() {
    }

    /// Whether rows of this status stay out of every figure. Null and unknown texts are success.
    public static boolean isFailed(@Nullable String status) {
        return status != null && FAILED.contains(status.toLowerCase(Locale.ROOT));
    }
}

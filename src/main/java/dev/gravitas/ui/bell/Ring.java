package dev.gravitas.ui.bell;

import dev.gravitas.ui.overview.Lead;
import org.jspecify.annotations.Nullable;

/// Something that the operator would want to know of.
///
/// @param what happened, one sentence or less; two with the same words in the same place are the same happening again
/// @param more about it, empty for nothing
/// @param lead to the view that shows it, null for none
public record Ring(Kind kind, String what, String more, @Nullable Lead lead) {
    /// How it is meant.
    public enum Kind {
        BAD, OVER, DONE
    }

    boolean isAgain(Ring other) {
        return what.equals(other.what) && lead == other.lead;
    }
}

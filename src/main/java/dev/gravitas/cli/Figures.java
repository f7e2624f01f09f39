package dev.gravitas.cli;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Figures as text for the terminal; what is missing is a dash.
final class Figures {
    private static final String MISSING = "–";

    private Figures() {
    }

    static String decimal(@Nullable Double figure, int digits) {
        return figure == null ? MISSING : String.format(Locale.ROOT, "%,." + digits + "f", figure);
    }

    static String count(@Nullable Number figure) {
        return figure == null ? MISSING : String.format(Locale.ROOT, "%,d", figure.longValue());
    }

    static String megabytes(long bytes) {
        return decimal(bytes / 1e6, 1) + " MB";
    }

    static String time(@Nullable Instant time) {
        return time == null ? MISSING : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

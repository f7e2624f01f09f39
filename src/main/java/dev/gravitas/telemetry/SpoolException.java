package dev.gravitas.telemetry;

import org.jspecify.annotations.Nullable;

/// The spool could not do what was asked. The message is one clear sentence for the operator.
public final class SpoolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// - `FULL`: quota or disk has no room now
    /// - `BROKEN`: the disk or the file refuses
    public enum Kind {
        FULL, BROKEN
    }

    public SpoolException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

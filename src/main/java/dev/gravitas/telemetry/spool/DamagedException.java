package dev.gravitas.telemetry.spool;

import org.jspecify.annotations.Nullable;

/// A spool file does not hold what it should.
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

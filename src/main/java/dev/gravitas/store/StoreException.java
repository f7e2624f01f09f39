package dev.gravitas.store;

import org.jspecify.annotations.Nullable;

/// The database could not do what was asked. The message is one clear sentence for the operator, without SQL or secrets.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// What the caller can do about it.
    ///
    /// - `UNAVAILABLE`: not reachable now, try again
    /// - `MISCONFIGURED`: asks for an operator: wrong password, no permission, too old, newer data
    /// - `UNSAFE`: answers, but does not promise durability
    /// - `REFUSED_DATA`: this very data was refused, other data may pass
    /// - `CONFLICT`: someone else is doing the same work
    public enum Kind {
        UNAVAILABLE, MISCONFIGURED, UNSAFE, REFUSED_DATA, CONFLICT
    }

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package dev.gravitas.telemetry;

/// An event that must not be recorded as it is. Carries no stack trace: it is an answer, not a fault of the program.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    RefusedException(Refusal reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}

package dev.gravitas.e2e.oracle;

/// One event of the torture: the thread that logged it and its number there. Numbers of a thread ascend, over restarts
/// of the producer too.
public record EventId(int thread, long number) {
    public static final long NUMBERS_PER_RUN = 1_000_000;

    /// Which start of the producer it comes from.
    public long run() {
        return number / NUMBERS_PER_RUN;
    }

    @Override
    public String toString() {
        return "thread " + thread + " run " + run() + " event " + number % NUMBERS_PER_RUN;
    }
}

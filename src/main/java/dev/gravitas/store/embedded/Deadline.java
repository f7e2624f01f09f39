package dev.gravitas.store.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A limit in time for one wait loop.
final class Deadline {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /// Waits a moment before the next look. Another process is waited for, and no process can wake this one.
    ///
    /// @throws InterruptedException when the thread was told to stop
    void pause() throws InterruptedException {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while waiting for PostgreSQL");
        }
    }
}

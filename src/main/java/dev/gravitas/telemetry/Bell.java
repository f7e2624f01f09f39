package dev.gravitas.telemetry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a thread that has nothing to do. A ring that comes before the wait is not lost. Thread-safe.
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /// Waits for a ring, the limit or an interrupt, which is dropped.
    void await(Duration limit) {
        try {
            boolean rung = rings.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (rung) {
                rings.drainPermits();
            }
        } catch (InterruptedException e) {
            // Only closing the logger ends its threads.
        }
    }
}

package dev.gravitas.telemetry;

import java.time.Duration;

/// Waits for the end of a thread, whatever the state of the waiting one.
final class ThreadEnd {
    private ThreadEnd() {
    }

    /// An interrupt does not shorten the wait and is kept for the caller.
    ///
    /// @return whether the thread has ended
    static boolean await(Thread thread, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return thread.join(Duration.ofNanos(end - System.nanoTime()));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

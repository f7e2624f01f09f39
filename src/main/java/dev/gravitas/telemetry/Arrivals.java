package dev.gravitas.telemetry;

import java.time.Duration;
import java.util.concurrent.locks.Condition;

/// How the writer learns of new events without its callers paying for it: to wake a thread that sleeps costs whoever does
/// it some microseconds, several times the rest of a call. So while events keep coming the writer looks around by itself
/// after short naps; only when none has come for a while it sleeps until one wakes it.
///
/// All methods are called under the lock of the condition.
final class Arrivals {
    private static final Duration NAP = Duration.ofMillis(1);
    private static final Duration AWAKE = Duration.ofMillis(50);

    private final Condition arrived;
    private long sleepAtNanos = System.nanoTime();
    private boolean asleep;

    Arrivals(Condition arrived) {
        this.arrived = arrived;
    }

    /// Something has come.
    void announce() {
        if (asleep) {
            asleep = false;
            arrived.signal();
        }
    }

    /// Something was found, so more may follow soon.
    void found() {
        sleepAtNanos = System.nanoTime() + AWAKE.toNanos();
    }

    /// Waits until it is time to look again. Never long while events keep coming, and not at all for interrupts.
    void await() {
        if (System.nanoTime() - sleepAtNanos < 0) {
            nap();
        } else {
            asleep = true;
            arrived.awaitUninterruptibly();
            asleep = false;
        }
    }

    private void nap() {
        try {
            long unused = arrived.awaitNanos(NAP.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // An interrupted thread cannot nap, but it can sleep.
            sleepAtNanos = System.nanoTime();
        }
    }

    /// Ends the waiting for good.
    void end() {
        arrived.signalAll();
    }
}

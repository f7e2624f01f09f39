package dev.gravitas.e2e.torture;

import dev.gravitas.telemetry.TelemetryLogger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sees how much of the torture went through the spool: without that, it would prove little about it.
final class SpoolWatch {
    private static final int PERIOD_NANOS = 5_000_000;

    private final TelemetryLogger logger;
    private final AtomicLong most = new AtomicLong();

    SpoolWatch(TelemetryLogger logger) {
        this.logger = logger;
        Thread.ofPlatform().daemon().name("spool-watch").start(this::watch);
    }

    private void watch() {
        while (true) {
            most.accumulateAndGet(logger.counters().spooled(), Math::max);
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /// How many events the spool held at most since this was last asked.
    long most() {
        return most.getAndSet(0);
    }
}

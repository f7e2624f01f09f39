package dev.gravitas.bench;

import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Requests of one model that nobody else writes at that time, committed one by one, so that an answer shows whether it is
/// up to date.
final class FreshRows {
    /// The least favoured model.
    static final String MODEL = Workload.MODELS.getLast();

    private final TelemetryLogger logger;
    private final WorkloadClock clock;
    private long written;

    FreshRows(TelemetryLogger logger, WorkloadClock clock) {
        this.logger = logger;
        this.clock = clock;
    }

    /// @param number how many there were before
    /// @param time as it is stored
    record Row(long number, Instant time) {}

    /// Returns once the row is durable.
    Row write() {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
        clock.set(time);
        if (!logger.logThoughtLatency(MODEL, 0.5 + written % 100 / 1000.0, 40, 400).toCompletableFuture().join()) {
            throw new IllegalStateException("A single event was not acknowledged: " + logger.counters());
        }
        clock.live();
        return new Row(written++, time);
    }
}

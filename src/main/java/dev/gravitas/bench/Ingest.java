package dev.gravitas.bench;

import dev.gravitas.telemetry.TelemetryLogger;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Logs events as fast as the logger takes them and counts the acknowledgements. For one producing thread.
final class Ingest {
    private static final long FULL_PAUSE_NANOS = 500_000;
    private static final String FULL = "queue_full";

    private final TelemetryLogger logger;
    private final Workload workload;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();

    Ingest(TelemetryLogger logger, Workload workload) {
        this.logger = logger;
        this.workload = workload;
    }

    /// Logs that many events and returns when all are acknowledged.
    ///
    /// @param before told the number of each event before it is logged, from 0
    void run(long events, LongConsumer before) {
        for (long event = 0; event < events; event++) {
            before.accept(event);
            log(workload.next());
        }
        await(events);
    }

    /// Logs events until told to stop, and returns when all are acknowledged.
    ///
    /// @return how many
    long runUntil(BooleanSupplier stop) {
        long events = 0;
        while (!stop.getAsBoolean()) {
            log(workload.next());
            events++;
        }
        await(events);
        return events;
    }

    private void log(WorkloadEvent event) {
        var answer = event.logTo(logger);
        while (refused(answer)) {
            LockSupport.parkNanos(FULL_PAUSE_NANOS);
            answer = event.logTo(logger);
        }
        answer.thenAccept(durable -> (durable ? acknowledged : failed).increment());
    }

    private boolean refused(CompletionStage<Boolean> answer) {
        var future = answer.toCompletableFuture();
        if (!future.isDone() || future.join()) {
            return false;
        }
        var reasons = logger.counters().refused().keySet();
        if (reasons.stream().anyMatch(reason -> !reason.equals(FULL))) {
            throw new IllegalStateException("The logger refused generated events: " + reasons);
        }
        return true;
    }

    private void await(long events) {
        while (acknowledged.sum() + failed.sum() < events) {
            LockSupport.parkNanos(FULL_PAUSE_NANOS);
        }
        var dropped = logger.counters().dropped();
        if (failed.sum() > 0 || !dropped.isEmpty()) {
            throw new IllegalStateException("Of " + events + " events some were not acknowledged: " + dropped);
        }
    }
}

package dev.gravitas.e2e.outage;

import static org.awaitility.Awaitility.await;

import dev.gravitas.e2e.oracle.Comparison;
import dev.gravitas.e2e.oracle.Figures;
import dev.gravitas.e2e.oracle.TelemetryTable;
import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A steady load over an outage, from before it until everything is in the database.
///
/// @param length how long the database is away
/// @param table asked for when all is over
record OutageRun(String name, TelemetryLogger logger, Outage outage, Duration length, Callable<TelemetryTable> table) {
    private static final AtomicLong RUNS = new AtomicLong();
    private static final Duration RETURN_LIMIT = Duration.ofSeconds(90);
    private static final int WARM = 500;

    OutageReport report() throws Exception {
        var began = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (var watch = new CounterWatch(logger)) {
            var load = SteadyLoad.start(logger, RUNS.incrementAndGet());
            var before = watch.now().stored();
            await().atMost(RETURN_LIMIT).until(() -> watch.now().stored() > before + WARM);
            var growth = heapGrowth();
            var healed = System.nanoTime();
            awaitEmpty(watch);
            var back = Duration.ofNanos(System.nanoTime() - healed);
            load.stop();
            awaitEmpty(watch);
            var comparison = Comparison.of(load.told(), table.call().rowsSince(began));
            Figures.assertEqualTheRows(table.call());
            return new OutageReport(name, length, comparison, load.declined(), load.slowestAnswer(),
                    watch.mostSpooled(), watch.mostPending(), watch.drainSince(healed), back, growth,
                    watch.unbalanced(), watch.looks());
        }
    }

    private long heapGrowth() throws Exception {
        var before = Heap.bytesAfterCollection();
        outage.strike();
        try {
            LockSupport.parkNanos(length.toNanos());
            return Heap.bytesAfterCollection() - before;
        } finally {
            outage.heal();
        }
    }

    private static void awaitEmpty(CounterWatch watch) {
        await().atMost(RETURN_LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> watch.now().spooled() == 0);
    }
}

package dev.gravitas.bench;

import dev.gravitas.model.Footprint;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.BenchDocument.Operation;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.ScratchPostgres;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// The whole measurement, on one scratch server: rows in, rates compared, questions asked, events logged at a steady rate,
/// questions asked while events come flat out, days pruned. Any answer that differs from plain SQL ends it.
public final class Bench {
    private static final long SEED = 20_26;
    /// Of the report; what writes comes after what only reads.
    private static final List<String> ORDER = List.of("log", "aggregate_24h", "aggregate_24h_quantiles",
            "statistics_60day", "footprint", "prune_day");

    private final ScratchPostgres server;
    private final Workbench bench;
    private final BenchPlan plan;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    public Bench(ScratchPostgres server, Workbench bench, BenchPlan plan) {
        this.server = server;
        this.bench = bench;
        this.plan = plan;
    }

    /// Measures everything; takes minutes.
    public BenchDocument run() throws StoreException, IOException {
        Instant begin = bench.clock().instant();
        var times = WorkloadClock.over(plan.rows(), begin);
        try (var database = MeasuredDatabase.open(server.login(), bench)) {
            var heap = new HeapPeak();
            heap.reset();
            double ingest = ingest(database, times);
            long peak = heap.bytes();
            // As the upkeep of a console does it.
            database.database().retention().settle();
            Footprint before = database.queries().footprint();
            database.keepHouse();
            Footprint footprint = database.queries().footprint();
            var sample = Sample.of(database.sql(), times.at(plan.sample()), server);
            var rates = new Rates(server, bench, sample, plan, times, SEED).measure();
            read(database);
            var steady = logSteadily(database);
            readUnderIngest(database);
            prune(database, LocalDate.ofInstant(times.from(), ZoneOffset.UTC));
            return new BenchReport(plan, begin, MachineFacts.read(database.sql()), before, footprint)
                    .document(inOrder(), ingest, rates, steady.calls(), peak);
        }
    }

    private List<Operation> inOrder() {
        return ORDER.stream().map(operations::get).toList();
    }

    private double ingest(MeasuredDatabase database, WorkloadClock.Spread times) {
        long tenth = Math.max(1, plan.rows() / 10);
        long start = System.nanoTime();
        new Ingest(database.logger(), new Workload(SEED, Workload.MODELS.size())).run(plan.rows(), row -> {
            if (row % tenth == 0) {
                bench.tell().accept("Logging, " + row + " of " + plan.rows() + " events");
            }
            database.clock().set(times.at(row));
        });
        database.fold();
        database.clock().live();
        return plan.rows() / ((System.nanoTime() - start) / 1e9);
    }

    private List<Question<?>> questions(MeasuredDatabase database) {
        return List.of(new Efficiency(database.queries(), database.sql(), false),
                new Efficiency(database.queries(), database.sql(), true),
                new SixtyDays(database.queries(), database.sql()),
                new TableFootprint(database.queries(), database.sql()));
    }

    private void read(MeasuredDatabase database) throws StoreException {
        for (var question : questions(database)) {
            bench.tell().accept("Asking " + question.name());
            var reading = new Reading(new FreshRows(database.logger(), database.clock()), bench.clock(), plan);
            reading.compare(question);
            note(question.name(), reading.ours(question), reading.naive(question));
            reading.compare(question);
        }
    }

    private SteadyLogging logSteadily(MeasuredDatabase database) throws StoreException {
        bench.tell()
                .accept("Logging " + BenchPlan.EVENTS_PER_SECOND + " events/s from " + BenchPlan.THREADS
                        + " threads for "
                        + plan.logging().toSeconds() + " s");
        // What the bulk of rows and its questions left to be written out would be waited for at some commit.
        database.sql().run("CHECKPOINT");
        // First unmeasured: a console has run for longer than a compiler needs.
        new SteadyLogging(database.logger(), bench.threads()).run(plan.logging().dividedBy(2), SEED);
        var steady = new SteadyLogging(database.logger(), bench.threads());
        steady.run(plan.logging(), SEED + BenchPlan.THREADS);
        note("log", steady.acknowledgements(), insertNaively(database.sql()));
        return steady;
    }

    private Latencies insertNaively(PlainSql sql) {
        var latencies = new Latencies();
        for (int run = 0; run < plan.runs(); run++) {
            long start = System.nanoTime();
            sql.run("INSERT INTO system_telemetry (event_type, component, value, metadata, status) "
                    + "VALUES ('VRAM_CHECK', 'gpu-1', ?, ?::jsonb, 'success')", 1024.0 + run,
                    "{\"used\": 23552, \"total\": 24576, \"percentage\": 95.8}");
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    private void readUnderIngest(MeasuredDatabase database) throws StoreException {
        try (var other = MeasuredDatabase.open(server.login(), bench)) {
            var stop = new AtomicBoolean();
            var producer = bench.threads()
                    .newThread(() -> new Ingest(other.logger(), new Workload(SEED, Workload.MODELS.size() - 1))
                            .runUntil(stop::get));
            producer.start();
            try {
                for (var question : questions(database)) {
                    bench.tell().accept("Asking " + question.name() + " while events come flat out");
                    var reading = new Reading(new FreshRows(database.logger(), database.clock()), bench.clock(), plan);
                    underIngest(question.name(), reading.ours(question));
                }
            } finally {
                stop.set(true);
                join(producer);
            }
        }
        for (var question : questions(database)) {
            new Reading(new FreshRows(database.logger(), database.clock()), bench.clock(), plan).compare(question);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prune(MeasuredDatabase database, LocalDate oldest) throws StoreException {
        bench.tell().accept("Pruning days");
        var pruning = new Pruning(database, plan);
        pruning.run(oldest);
        note("prune_day", pruning.ours(), pruning.naive());
    }

    private void note(String name, Latencies ours, Latencies naive) {
        operations.put(name, operation(name, ours, naive.medianMs(), naive.count(), null));
    }

    private void underIngest(String name, Latencies ours) {
        operations.computeIfPresent(name, (_, quiet) -> quiet.underIngest(ours.p99Ms()));
    }

    private Operation operation(String name, Latencies ours, @Nullable Double naive, int naiveRuns,
            @Nullable Double underIngest) {
        return new Operation(name, plan.rows(), ours.medianMs(), ours.p99Ms(), naive, underIngest, ours.count(),
                ours.ms(0), ours.ms(1), naiveRuns);
    }
}

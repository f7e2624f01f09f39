package dev.gravitas.bench;

import dev.gravitas.report.BenchDocument.Rate;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.ScratchPostgres;

import java.util.ArrayList;
import java.util.List;

/// Compares ways to store the same rows, each several times and in turn, each time in a new database: through the logger
/// into the console's tables; by COPY of a file that the server reads into the same tables; by such a COPY into a bare
/// table with one index. The first two end when all sums are folded.
final class Rates {
    private static final String DATABASE = "rates";

    private final ScratchPostgres server;
    private final Workbench bench;
    private final Sample sample;
    private final BenchPlan plan;
    private final WorkloadClock.Spread times;
    private final long seed;

    Rates(ScratchPostgres server, Workbench bench, Sample sample, BenchPlan plan, WorkloadClock.Spread times,
            long seed) {
        this.server = server;
        this.bench = bench;
        this.sample = sample;
        this.plan = plan;
        this.times = times;
        this.seed = seed;
    }

    /// What was measured, logger first, then the two copies.
    record Compared(Rate logger, Rate copy, Rate bareCopy) {}

    Compared measure() throws StoreException {
        List<Double> logger = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int run = 1; run <= plan.rateRuns(); run++) {
            bench.tell().accept("Comparing rates on " + sample.rows() + " rows, " + run + " of " + plan.rateRuns());
            logger.add(inConsole(this::log));
            copy.add(inConsole(this::copy));
            bare.add(bareCopy());
        }
        return new Compared(rate("logger", logger), rate("copy", copy), rate("bare_copy", bare));
    }

    private interface Storing {
        void into(MeasuredDatabase database);
    }

    private double inConsole(Storing storing) throws StoreException {
        try (var admin = PlainSql.open(server.login())) {
            admin.run("CREATE DATABASE " + DATABASE);
            try (var database = MeasuredDatabase.open(server.login(DATABASE), bench)) {
                database.makeDays();
                admin.run("CHECKPOINT");
                long start = System.nanoTime();
                storing.into(database);
                database.fold();
                return perSecond(start);
            } finally {
                admin.run("DROP DATABASE " + DATABASE);
            }
        }
    }

    private void log(MeasuredDatabase database) {
        new Ingest(database.logger(), new Workload(seed, Workload.MODELS.size())).run(sample.rows(),
                row -> database.clock().set(times.at(row)));
    }

    private void copy(MeasuredDatabase database) {
        database.sql().run("COPY system_telemetry (" + Sample.COLUMNS + ", host) FROM '" + sample.withHost() + "'");
    }

    private double bareCopy() throws StoreException {
        try (var sql = PlainSql.open(server.login())) {
            sql.run("CREATE TABLE bare AS SELECT " + Sample.COLUMNS + " FROM system_telemetry WITH NO DATA");
            sql.run("CREATE INDEX ON bare (\"timestamp\")");
            sql.run("CHECKPOINT");
            long start = System.nanoTime();
            sql.run("COPY bare FROM '" + sample.plain() + "'");
            double rate = perSecond(start);
            sql.run("DROP TABLE bare");
            return rate;
        }
    }

    private double perSecond(long start) {
        return sample.rows() / ((System.nanoTime() - start) / 1e9);
    }

    private static Rate rate(String name, List<Double> runs) {
        var sorted = runs.stream().sorted().toList();
        return new Rate(name, sorted.size(), sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }
}

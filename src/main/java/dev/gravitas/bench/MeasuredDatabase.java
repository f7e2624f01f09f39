package dev.gravitas.bench;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.postgres.PostgresDatabase;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A database of the scratch server as a console that stays has it open: with its folds, and a logger whose clock can be
/// led over the days.
final class MeasuredDatabase implements AutoCloseable {
    private static final String HOST = "bench";
    /// As a console has it, but a machine that is too slow is measured and not given up. Without a spool, so that what is
    /// acknowledged is committed.
    private static final LoggerLimits PATIENT = new LoggerLimits(LoggerLimits.DEFAULT.maxEvents(),
            LoggerLimits.DEFAULT.maxBytes(), LoggerLimits.DEFAULT.batchSize(), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(1));
    private static final long FOLD_PAUSE_NANOS = 20_000_000;

    private final WorkloadClock clock;
    private final PostgresDatabase database;
    private final TelemetryLogger logger;
    private final PlainSql sql;

    private MeasuredDatabase(WorkloadClock clock, PostgresDatabase database, TelemetryLogger logger, PlainSql sql) {
        this.clock = clock;
        this.database = database;
        this.logger = logger;
        this.sql = sql;
    }

    static MeasuredDatabase open(ServerLogin login, Workbench bench) throws StoreException {
        var clock = new WorkloadClock(bench.clock());
        var database = PostgresDatabase.open(new PostgresDatabase.Setup("embedded", () -> login, HOST, bench.clock(),
                true, bench.upkeep(), bench.threads()));
        var logger = new TelemetryLogger(database.writer(), database.queries(), clock, bench.threads(), bench.answers(),
                PATIENT);
        var opened = new MeasuredDatabase(clock, database, logger, PlainSql.open(login));
        opened.putOffComparison();
        return opened;
    }

    /// The nightly comparison of sums with rows is no part of any measurement.
    private void putOffComparison() {
        sql.run("INSERT INTO telemetry_upkeep VALUES ('reconcile', now(), 'Put off.') "
                + "ON CONFLICT (task) DO UPDATE SET done_at = excluded.done_at");
    }

    WorkloadClock clock() {
        return clock;
    }

    TelemetryLogger logger() {
        return logger;
    }

    TelemetryQueries queries() {
        return database.queries();
    }

    PostgresDatabase database() {
        return database;
    }

    PlainSql sql() {
        return sql;
    }

    /// Makes the partitions of all days, so that what follows need not.
    void makeDays() {
        sql.run("SELECT telemetry_ensure_day((now() AT TIME ZONE 'UTC')::date - back) FROM generate_series(0, "
                + BenchPlan.DAYS + ") AS back");
    }

    /// Returns once no sum is left to be folded.
    void fold() {
        while (sql.number("SELECT count(*) FROM telemetry_delta") > 0) {
            sql.run("SELECT telemetry_fold()");
            LockSupport.parkNanos(FOLD_PAUSE_NANOS);
        }
    }

    /// What the server does by itself within minutes: gives back room that was taken too much or is free again.
    void keepHouse() {
        sql.run("VACUUM (ANALYZE) system_telemetry, telemetry_rollup, telemetry_rollup_day, telemetry_delta");
    }

    @Override
    public void close() {
        sql.close();
        logger.close();
        database.close();
    }
}

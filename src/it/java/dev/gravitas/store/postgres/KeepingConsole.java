package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The part of a console that looks after the database, to be driven by hand: what its timers would do, without waiting
/// for them.
final class KeepingConsole implements AutoCloseable {
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final ConnectionPool pool;
    final UpkeepLog log;
    final DayPartitions partitions;
    final PostgresRetention retention;
    final Reconciliation reconciliation;
    final RollupFold fold;
    final Upkeep upkeep;

    KeepingConsole(TestDatabase server, Clock clock) {
        pool = ConnectionPool.forUpkeep(server::login, true, Executors.defaultThreadFactory());
        log = new UpkeepLog(pool, clock);
        partitions = new DayPartitions(pool, clock);
        retention = new PostgresRetention(pool, log, clock);
        reconciliation = new Reconciliation(pool, retention);
        fold = new RollupFold(pool, scheduler);
        upkeep = new Upkeep(pool, partitions, retention, log, clock, scheduler);
    }

    /// What was noted of a task, empty for nothing.
    String noted(String task) throws StoreException {
        return log.last(task).map(entry -> entry.detail()).orElse("");
    }

    @Override
    public void close() {
        upkeep.close();
        fold.close();
        scheduler.shutdownNow();
        pool.close();
    }
}

package dev.gravitas.store.postgres;

import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Regular duties: the coming days' partitions, pruning, the nightly comparison of sums with rows, old batch ids. What
/// fails is logged and tried again: no row depends on any of it. Of several consoles on one database one does the work.
final class Upkeep implements AutoCloseable {
    /// Often enough that a machine that sleeps for days still has it done on the day.
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofHours(24);
    /// Rows older than this go (specification section 6).
    private static final Duration KEPT = Duration.ofDays(SixtyDayStatistics.DAYS);
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ConnectionPool pool;
    private final DayPartitions partitions;
    private final PostgresRetention retention;
    private final Reconciliation reconciliation;
    private final UpkeepLog log;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private @Nullable ScheduledFuture<?> timer;

    Upkeep(ConnectionPool pool, DayPartitions partitions, PostgresRetention retention, UpkeepLog log, Clock clock,
            ScheduledExecutorService scheduler) {
        this.pool = pool;
        this.partitions = partitions;
        this.retention = retention;
        this.reconciliation = new Reconciliation(pool, retention);
        this.log = log;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /// Makes the partitions now and leaves the rest to the timer, from a little later on.
    void start() {
        attempt(partitions::makeAhead);
        timer = scheduler.scheduleWithFixedDelay(this::run, 1, PERIOD.toMinutes(), TimeUnit.MINUTES);
    }

    void run() {
        attempt(partitions::makeAhead);
        attempt(this::cleanBatches);
        attempt(this::prune);
        attempt(retention::settle);
        attempt(this::reconcile);
    }

    private void attempt(Duty duty) {
        try {
            duty.run();
        } catch (StoreException e) {
            LOG.warn("{}", e.getMessage());
        } catch (RuntimeException e) {
            // The timer would never run again, and nobody would hear of it.
            LOG.warn("A duty of the upkeep failed. It is tried again.", e);
        }
    }

    private void cleanBatches() throws StoreException {
        pool.use("Old batch ids could not be removed", connection -> {
            try (PreparedStatement statement = Sql.BATCH_CLEAN.prepare(connection)) {
                return statement.executeUpdate();
            }
        });
    }

    private void prune() throws StoreException {
        Instant now = clock.instant();
        if (!retention.isClockTrusted()) {
            String held = "Nothing is pruned: the clock (" + now + ") is more than "
                    + PostgresRetention.LONGEST_ABSENCE.toDays() + " days ahead of the last time that a console saw."
                    + " If it is right, run 'gravitas confirm-clock'; if not, set it.";
            LOG.warn("{}", held);
            log.write(UpkeepRecord.PRUNE, held);
            return;
        }
        log.noteClock();
        var pruned = retention.prune(now.minus(KEPT));
        if (pruned.days() > 0) {
            LOG.info("Pruned {} rows of {} days older than {} days", pruned.rows(), pruned.days(), KEPT.toDays());
        }
        log.write(UpkeepRecord.PRUNE, "Older than " + KEPT.toDays() + " days and dropped: " + pruned.days() + " days, "
                + pruned.rows() + " rows.");
    }

    private void reconcile() throws StoreException {
        if (!log.isDue(UpkeepLog.RECONCILE, DAILY)) {
            return;
        }
        var result = reconciliation.run();
        if (!result.repaired().isEmpty()) {
            LOG.warn("{}", result);
        }
        log.write(UpkeepLog.RECONCILE, result.toString());
    }

    @FunctionalInterface
    private interface Duty {
        void run() throws StoreException;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}

package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Keeps the coming days' partitions made and forgets old batch ids.
final class Upkeep implements AutoCloseable {
    /// Often enough that a machine that sleeps for days still has it done on the day.
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ConnectionPool pool;
    private final DayPartitions partitions;
    private final ScheduledExecutorService scheduler;
    private @Nullable ScheduledFuture<?> timer;

    Upkeep(ConnectionPool pool, DayPartitions partitions, ScheduledExecutorService scheduler) {
        this.pool = pool;
        this.partitions = partitions;
        this.scheduler = scheduler;
    }

    /// Makes the partitions now and leaves the rest to the timer. What fails is logged and tried again: rows are kept in
    /// any case.
    void start() {
        makePartitions();
        timer = scheduler.scheduleWithFixedDelay(this::run, PERIOD.toMinutes(), PERIOD.toMinutes(), TimeUnit.MINUTES);
    }

    void run() {
        makePartitions();
        try {
            pool.use("Old batch ids could not be removed", connection -> {
                try (PreparedStatement statement = Sql.BATCH_CLEAN.prepare(connection)) {
                    return statement.executeUpdate();
                }
            });
        } catch (StoreException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private void makePartitions() {
        try {
            partitions.makeAhead();
        } catch (StoreException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}

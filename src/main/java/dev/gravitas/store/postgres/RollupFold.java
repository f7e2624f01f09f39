package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Folds the sums of new rows into the rollups, soon after rows of ours and regularly for rows of others, and keeps the
/// minutes of the buckets that rolling windows cut. No figure depends on it, only how fast figures are. Several consoles
/// may do it at once: the server lets one at a time.
final class RollupFold implements AutoCloseable {
    /// After rows of ours.
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(RollupFold.class);

    private final ConnectionPool pool;
    private final ScheduledExecutorService scheduler;
    /// Whether a fold for rows of ours lies ahead.
    private final AtomicBoolean ahead = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> timer;
    private volatile boolean failing;
    private volatile boolean closed;

    RollupFold(ConnectionPool pool, ScheduledExecutorService scheduler) {
        this.pool = pool;
        this.scheduler = scheduler;
    }

    /// From now on looks for rows of others too.
    void start() {
        timer = scheduler.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Rows of ours are committed.
    void noteWritten() {
        if (ahead.compareAndSet(false, true)) {
            try {
                scheduler.schedule(this::run, SOON.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The upkeep has ended; closing folds.", e);
            }
        }
    }

    private void look() {
        if (!ahead.get()) {
            run();
        }
        attempt(Sql.SPLIT_BUCKETS);
    }

    private void run() {
        ahead.set(false);
        attempt(Sql.FOLD);
    }

    private void attempt(Sql task) {
        if (closed) {
            return;
        }
        try {
            done(task);
            failing = false;
        } catch (StoreException e) {
            if (!failing) {
                failing = true;
                LOG.warn("{} Figures stay right and get slower until then.", e.getMessage());
            }
        } catch (RuntimeException e) {
            // The timer would never run again, and nobody would hear of it.
            LOG.warn("The rollups could not be brought up to date. It is tried again.", e);
        }
    }

    /// @return how many sums were folded; null while another session folds
    @Nullable
    Long fold() throws StoreException {
        return done(Sql.FOLD);
    }

    private @Nullable Long done(Sql task) throws StoreException {
        return pool.use("The rollups could not be brought up to date", connection -> {
            try (PreparedStatement statement = task.prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, Long.class);
            }
        });
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
        if (ahead.get()) {
            run();
        }
        closed = true;
    }
}

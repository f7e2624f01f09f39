package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Restarts the embedded server when its process dies. For processes that run long; a command that is over in a second
/// needs none.
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final int PERIOD_MILLIS = 500;

    private final EmbeddedPostgres postgres;
    private final Listener listener;
    private final ScheduledFuture<?> task;
    private boolean down;

    /// Told of every change, on the executor's thread; must not block.
    public interface Listener {
        /// The server's process is gone; a restart follows at once.
        void lost();

        /// What the restart is doing.
        void restarting(String stage);

        /// The server answers again, maybe at another address.
        void restored();

        /// The restart failed; it is tried again.
        ///
        /// @param reason one plain sentence
        void failed(String reason);
    }

    /// Begins to watch.
    ///
    /// @param executor not closed here; a restart holds one of its threads for up to a minute
    public Supervisor(EmbeddedPostgres postgres, ScheduledExecutorService executor, Listener listener) {
        this.postgres = postgres;
        this.listener = listener;
        this.task = executor.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!down && postgres.alive()) {
            return;
        }
        try {
            if (!down) {
                down = true;
                LOG.warn("The embedded PostgreSQL has died; it is started again");
                listener.lost();
            }
            postgres.ensureRunning(listener::restarting);
            down = false;
            LOG.info("The embedded PostgreSQL answers again");
            listener.restored();
        } catch (StoreException e) {
            LOG.warn("The embedded PostgreSQL could not be started again: {}", e.getMessage());
            listener.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Watching the embedded PostgreSQL failed; it is tried again", e);
        }
    }

    /// Stops watching; call it before the database is closed. A restart in progress is finished.
    @Override
    public void close() {
        task.cancel(false);
    }
}

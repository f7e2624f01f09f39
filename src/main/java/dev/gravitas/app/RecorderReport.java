package dev.gravitas.app;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.RecorderDocument;
import dev.gravitas.telemetry.TelemetryLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks at the logger every second: writes its counts where other processes can read them, and wakes it when the database
/// has come back.
final class RecorderReport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderReport.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final RecorderFile file;
    private final TelemetryLogger logger;
    private final Supplier<SpoolStatus> spool;
    private final Supplier<DatabaseStatus> database;
    private final ScheduledFuture<?> task;
    private @Nullable RecorderDocument written;
    private boolean ready;
    private boolean complained;
    private boolean closed;

    /// Begins at once.
    ///
    /// @param spool and database must not block
    /// @param timer a thread of its own, because a slow disk holds it up
    RecorderReport(RecorderFile file, TelemetryLogger logger, Supplier<SpoolStatus> spool,
            Supplier<DatabaseStatus> database, ScheduledExecutorService timer) {
        this.file = file;
        this.logger = logger;
        this.spool = spool;
        this.database = database;
        this.task = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        boolean readyNow = database.get().state() == DatabaseStatus.State.READY;
        if (readyNow && !ready) {
            logger.retryNow();
        }
        ready = readyNow;
        if (!closed) {
            report();
        }
    }

    private void report() {
        var now = new RecorderDocument(ProcessHandle.current().pid(),
                LoggerDocument.of(logger.counters(), spool.get()));
        if (now.equals(written)) {
            return;
        }
        try {
            file.write(now);
            written = now;
            complained = false;
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn("The recorder's counts cannot be shown to other processes: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        task.cancel(false);
        end();
    }

    private synchronized void end() throws IOException {
        closed = true;
        file.delete();
    }
}

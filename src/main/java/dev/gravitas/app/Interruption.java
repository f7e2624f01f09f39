package dev.gravitas.app;

import dev.gravitas.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM for commands: the command is asked to end by itself; if it does not in time, its database is closed
/// under it, so that no server is left behind.
final class Interruption {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ThreadFactory threads;
    private volatile boolean raised;

    Interruption(ThreadFactory threads) {
        this.threads = threads;
    }

    boolean raised() {
        return raised;
    }

    /// From now on [#raised] tells of it; for a command that is itself waited for at the end of the process.
    void watch() {
        Runtime.getRuntime().addShutdownHook(threads.newThread(() -> raised = true));
    }

    /// The same database, closed at the end of the process whatever happens.
    Database guard(Database database) {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(threads.newThread(() -> {
            raised = true;
            if (!await(ended)) {
                LOG.warn("Stopped in the middle of a command");
                database.close();
            }
        }));
        var lifecycle = new Lifecycle(Threads.named("close"));
        lifecycle.add("end of command", LIMIT, ended::countDown);
        lifecycle.add("database", Duration.ofMinutes(1), database);
        return new OpenDatabase(database, lifecycle);
    }

    private static boolean await(CountDownLatch ended) {
        try {
            return ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

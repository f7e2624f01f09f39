package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What the keeper process does: holds the embedded server open until no program has used it for ten minutes.
final class DatabaseKeeping {
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final DataFolder folder;

    DatabaseKeeping(DataFolder folder) {
        this.folder = folder;
    }

    void run(Runnable ready) throws StoreException {
        try (var server = EmbeddedPostgres.open(folder.postgres(), _ -> {})) {
            var hook = Threads.named("stop").newThread(server::close);
            Runtime.getRuntime().addShutdownHook(hook);
            ready.run();
            var lastUse = System.nanoTime();
            while (server.alive() && System.nanoTime() - lastUse < IDLE_LIMIT.toNanos()) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                if (server.otherSessions() > 0) {
                    lastUse = System.nanoTime();
                }
            }
        }
    }
}

package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
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

    void run(Runnable ready) throws IOException, StoreException {
        var mine = FolderLock.tryTake(folder.keeperLock(), Holder.ofThisProcess(Holder.Kind.KEEPER));
        if (mine.isEmpty()) {
            ready.run();
            return;
        }
        try (var _ = mine.get(); var server = EmbeddedPostgres.open(folder.postgres(), _ -> {})) {
            Runtime.getRuntime().addShutdownHook(Threads.named("stop").newThread(server::close));
            ready.run();
            keep(server);
        }
    }

    private void keep(EmbeddedPostgres server) throws IOException, StoreException {
        var asked = Files.getLastModifiedTime(folder.keeperLock());
        var lastUse = System.nanoTime();
        while (server.alive() && System.nanoTime() - lastUse < IDLE_LIMIT.toNanos()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            var askedNow = Files.getLastModifiedTime(folder.keeperLock());
            if (server.foreignSessions() > 0 || !askedNow.equals(asked)) {
                asked = askedNow;
                lastUse = System.nanoTime();
            }
        }
    }
}

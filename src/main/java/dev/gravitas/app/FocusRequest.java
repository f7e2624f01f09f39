package dev.gravitas.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How a second launch asks the open window to come to the front: a file in the owner-only data folder, which the window
/// removes as its answer. No port, no message format, nothing to attack but the folder itself.
final class FocusRequest {
    private static final Logger LOG = LoggerFactory.getLogger(FocusRequest.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Path file;

    FocusRequest(Path dataFolder) {
        this.file = dataFolder.resolve("window.focus");
    }

    /// Calls `focus` each time somebody asks. A request from before is forgotten.
    void answer(ScheduledExecutorService timer, Runnable focus) throws IOException {
        Files.deleteIfExists(file);
        timer.scheduleWithFixedDelay(() -> look(focus), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Asks, and waits for the answer.
    ///
    /// @return false when the window did not answer within `limit`
    boolean ask(Duration limit) throws IOException {
        Files.writeString(file, "");
        var end = System.nanoTime() + limit.toNanos();
        while (Files.exists(file) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return !Files.deleteIfExists(file);
    }

    private void look(Runnable focus) {
        try {
            if (Files.deleteIfExists(file)) {
                focus.run();
            }
        } catch (IOException e) {
            LOG.warn("Cannot answer a second launch", e);
        }
    }
}

package dev.gravitas.app;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Lets go of the GPUs' driver, so that it can be unloaded, and reads it again; together with every other console on the data
/// folder, by a file that each looks at. A release lasts until it is taken back, by whomever, or a console begins to record.
/// Thread-safe; only [#forget] and the looks at the file wait for the disk.
final class GpuRelease {
    private static final Logger LOG = LoggerFactory.getLogger(GpuRelease.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final ReleaseFile file;
    private final Runnable letGo;
    private final Runnable readAgain;
    private boolean released;
    /// What was asked for here and the file does not say yet, null for nothing.
    private @Nullable Boolean ordered;

    /// @param letGo and readAgain must not wait
    GpuRelease(ReleaseFile file, Runnable letGo, Runnable readAgain) {
        this.file = file;
        this.letGo = letGo;
        this.readAgain = readAgain;
    }

    /// Ends a release from before; for a console that begins to record.
    void forget() {
        try {
            file.remove();
        } catch (IOException e) {
            LOG.warn("GPUs stay released: {}", e.getMessage());
        }
    }

    /// Begins to look at the file.
    ///
    /// @param timer that the GPUs are asked on
    void start(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Never waits; the other consoles hear of it within two seconds.
    void release() {
        order(true);
    }

    /// Never waits; the other consoles hear of it within two seconds.
    void resume() {
        order(false);
    }

    synchronized boolean released() {
        return released;
    }

    private synchronized void order(boolean release) {
        ordered = release;
        follow(release);
    }

    /// One look at what was asked for, here or by others.
    void look() {
        var order = ordered();
        if (order != null) {
            tell(order);
        }
        obey(file.exists());
    }

    private synchronized @Nullable Boolean ordered() {
        return ordered;
    }

    private void tell(boolean release) {
        try {
            if (release) {
                file.make();
            } else {
                file.remove();
            }
            told(release);
        } catch (IOException e) {
            LOG.warn("Other consoles do not hear of the GPUs' release, and it is tried again: {}", e.getMessage());
        }
    }

    private synchronized void told(boolean release) {
        if (ordered != null && ordered == release) {
            ordered = null;
        }
    }

    private synchronized void obey(boolean asked) {
        if (ordered == null) {
            follow(asked);
        }
    }

    private void follow(boolean release) {
        if (release != released) {
            released = release;
            LOG.info("{}", release ? "GPUs are released" : "GPUs are read again after a release");
            (release ? letGo : readAgain).run();
        }
    }
}

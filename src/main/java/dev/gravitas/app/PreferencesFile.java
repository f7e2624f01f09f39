package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.ui.preferences.Preferences;
import dev.gravitas.ui.preferences.PreferencesPort;
import dev.gravitas.ui.preferences.PreferencesText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// The operator's preferences in an owner-only file, which is replaced as a whole. A file that cannot be used never stands in
/// the way: what it said is then as if nothing had been chosen, with one line in the log.
final class PreferencesFile implements PreferencesPort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);

    private final OwnerOnlyFile file;
    private final Executor later;
    private Preferences now;
    private @Nullable Preferences unwritten;

    /// Reads the file; may block.
    ///
    /// @param later runs what it is given after a while, where it may block on the disk: what was stored meanwhile is written
    ///   with it
    PreferencesFile(Path path, Executor later) {
        this.file = new OwnerOnlyFile(path);
        this.later = later;
        this.now = read();
    }

    private Preferences read() {
        try {
            return file.read()
                    .map(text -> PreferencesText.read(text,
                            line -> LOG.warn("A preference is as at the first start: {}", line)))
                    .orElse(Preferences.DEFAULT);
        } catch (IOException e) {
            LOG.warn("The preferences cannot be read, so they are as at the first start: {}", e.getMessage());
            return Preferences.DEFAULT;
        }
    }

    @Override
    public synchronized Preferences load() {
        return now;
    }

    @Override
    public synchronized void store(Preferences preferences) {
        now = preferences;
        var waiting = unwritten != null;
        unwritten = preferences;
        if (!waiting) {
            try {
                later.execute(this::write);
            } catch (RejectedExecutionException closing) {
                LOG.debug("written when this is closed");
            }
        }
    }

    // One at a time, or an older text could come last.
    private void write() {
        synchronized (file) {
            var newest = take();
            if (newest != null) {
                replace(newest);
            }
        }
    }

    private void replace(Preferences newest) {
        try {
            file.write(PreferencesText.of(newest));
        } catch (IOException e) {
            LOG.warn("The preferences are not kept: {}", e.getMessage());
        }
    }

    private synchronized @Nullable Preferences take() {
        var newest = unwritten;
        unwritten = null;
        return newest;
    }

    /// Writes what is not written yet; may block.
    @Override
    public void close() {
        write();
    }
}

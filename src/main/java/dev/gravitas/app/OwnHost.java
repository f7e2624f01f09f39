package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.function.Supplier;

/// Under which label this machine's rows are stored, for whoever shows them. Makes none: that is left to whoever opens the database.
/// Blocks until one is known; thread-safe.
final class OwnHost implements Supplier<String> {
    private static final Logger LOG = LoggerFactory.getLogger(OwnHost.class);

    private final HostLabel kept;
    private String known;
    private boolean told;

    OwnHost(DataFolder folder, Settings settings) {
        var named = settings.hostLabel();
        known = named == null ? "" : named;
        kept = new HostLabel(folder.hostLabel());
    }

    /// Empty while there is none.
    @Override
    public synchronized String get() {
        if (known.isEmpty()) {
            try {
                known = kept.kept().orElse("");
            } catch (IOException e) {
                if (!told) {
                    LOG.warn("The label of this machine cannot be read, so its GPUs are shown as those of another", e);
                }
                told = true;
            }
        }
        return known;
    }
}

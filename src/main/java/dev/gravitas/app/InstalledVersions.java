package dev.gravitas.app;

import dev.gravitas.cli.ProductVersion;
import dev.gravitas.diagnostics.BuildId;
import dev.gravitas.diagnostics.Versions;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Properties;

/// Asks everything that runs here for its version. Blocks.
record InstalledVersions(DatabaseSource database) {
    /// The database of this process, or why there is none.
    @FunctionalInterface
    interface DatabaseSource {
        Database get() throws StoreException;
    }

    Versions read() throws IOException {
        var runtime = Runtime.getRuntime();
        return new Versions(ProductVersion.text(), new BuildId().of(InstalledVersions.class),
                System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name") + ", "
                        + System.getProperty("java.vendor"),
                javafx(), System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                runtime.availableProcessors(), runtime.maxMemory(), postgres(), schema());
    }

    // Written down in its jar, so that it can be told where JavaFX is not started.
    private static @Nullable String javafx() throws IOException {
        try (var in = InstalledVersions.class.getResourceAsStream("/javafx.properties")) {
            if (in == null) {
                return null;
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("javafx.runtime.version", properties.getProperty("javafx.version"));
        }
    }

    private @Nullable String postgres() {
        try {
            return database.get().status().version();
        } catch (StoreException notOpen) {
            return null;
        }
    }

    private @Nullable SchemaVersion schema() {
        try {
            return database.get().schema();
        } catch (StoreException notOpen) {
            return null;
        }
    }
}

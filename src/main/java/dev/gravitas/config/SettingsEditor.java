package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/// Changes `settings.properties` while a console runs: one setting at a time, the whole checked before anything is written,
/// the file replaced at once. Thread-safe; blocks on the disk.
public final class SettingsEditor {
    private final DataFolder folder;
    private final SettingsFile file;
    private final SettingsLoader loader;

    /// What was done.
    ///
    /// @param before what the file said, null for nothing: with it the change can be undone
    /// @param settings all that is set from now on
    public record Change(Setting setting, @Nullable String before, Settings settings) {}

    public SettingsEditor(DataFolder folder, Map<String, String> environment) {
        this.folder = folder;
        this.file = new SettingsFile(folder.settings());
        this.loader = new SettingsLoader(folder, environment);
    }

    /// What is written now.
    public PresentSettings present() {
        return loader.present();
    }

    /// Sets one in the file, or leaves it to its default.
    ///
    /// @param value null for the default
    /// @throws SettingsException where the settings could then not be used; the file stays as it is
    /// @throws IOException with a sentence for the operator where the file cannot be read or replaced
    public synchronized Change change(Setting setting, @Nullable String value) throws IOException, SettingsException {
        var text = file.read();
        try {
            var old = new SettingsText(text);
            var changed = old.with(setting, value);
            var settings = loader.load(loader.present(changed.text()));
            if (!changed.text().equals(text)) {
                file.write(changed.text());
            }
            return new Change(setting, old.value(setting).orElse(null), settings);
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.settings() + " cannot be read: " + e.getMessage(), e);
        }
    }
}

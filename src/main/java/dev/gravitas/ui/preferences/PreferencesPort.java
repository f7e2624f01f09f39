package dev.gravitas.ui.preferences;

/// Where preferences are kept. Thread-safe; nothing here waits.
public interface PreferencesPort {
    /// As they were when the console started, or what was given to [#store] last.
    Preferences load();

    /// Keeps them, soon.
    void store(Preferences preferences);
}

package dev.gravitas.testing;

import dev.gravitas.ui.preferences.Preferences;
import dev.gravitas.ui.preferences.PreferencesPort;

/// Preferences that outlive a window, but not the test.
public final class KeptPreferences implements PreferencesPort {
    private volatile Preferences kept = Preferences.DEFAULT;

    @Override
    public Preferences load() {
        return kept;
    }

    @Override
    public void store(Preferences preferences) {
        kept = preferences;
    }
}

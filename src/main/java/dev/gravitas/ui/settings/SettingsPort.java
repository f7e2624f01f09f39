package dev.gravitas.ui.settings;

import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.config.SettingsException;
import dev.gravitas.model.FootprintThresholds;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// The settings of this console. Thread-safe.
public interface SettingsPort {
    /// As they are written now; may block on the disk.
    PresentSettings present();

    /// Sets one in the file and, where that is possible, in the running console; may block on the disk.
    ///
    /// @param value null for the default
    /// @throws SettingsException where it could not be used; nothing has changed then
    /// @throws IOException with a sentence for the operator where it could not be saved
    SettingsEditor.Change change(Setting setting, @Nullable String value) throws IOException, SettingsException;

    /// The thresholds that count now; never waits.
    FootprintThresholds thresholds();
}

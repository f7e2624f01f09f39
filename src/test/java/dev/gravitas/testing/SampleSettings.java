package dev.gravitas.testing;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.config.SettingsException;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.ui.settings.SettingsPort;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Settings of a data folder, which need not be there as long as nothing is saved.
public final class SampleSettings implements SettingsPort {
    private final SettingsEditor editor;
    private volatile FootprintThresholds thresholds = FootprintThresholds.DEFAULT;
    private volatile @Nullable IOException failure;

    /// Of nobody: everything is as at the first start.
    public SampleSettings() {
        this(Path.of("no such folder"), Map.of());
    }

    public SampleSettings(Path folder, Map<String, String> environment) {
        editor = new SettingsEditor(new DataFolder(folder), environment);
    }

    /// From now on nothing can be saved.
    public SampleSettings failing(IOException why) {
        failure = why;
        return this;
    }

    @Override
    public PresentSettings present() {
        return editor.present();
    }

    @Override
    public SettingsEditor.Change change(Setting setting, @Nullable String value) throws IOException, SettingsException {
        var failing = failure;
        if (failing != null) {
            throw failing;
        }
        var change = editor.change(setting, value);
        thresholds = change.settings().thresholds();
        return change;
    }

    @Override
    public FootprintThresholds thresholds() {
        return thresholds;
    }
}

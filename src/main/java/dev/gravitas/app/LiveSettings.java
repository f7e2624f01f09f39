package dev.gravitas.app;

import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.config.SettingsEditor.Change;
import dev.gravitas.config.SettingsException;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.ui.settings.SettingsPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/// The settings of a running console: a change is saved, and what can be taken over at once is.
final class LiveSettings implements SettingsPort {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final SettingsEditor editor;
    private final LockoutThreshold lockout;
    private final AtomicReference<FootprintThresholds> thresholds;

    /// @param thresholds those that the console goes by
    /// @param lockout the threshold that its watch over the GPUs goes by
    LiveSettings(SettingsEditor editor, AtomicReference<FootprintThresholds> thresholds, LockoutThreshold lockout) {
        this.editor = editor;
        this.lockout = lockout;
        this.thresholds = thresholds;
    }

    @Override
    public PresentSettings present() {
        return editor.present();
    }

    @Override
    public Change change(Setting setting, @Nullable String value) throws IOException, SettingsException {
        var change = editor.change(setting, value);
        thresholds.set(change.settings().thresholds());
        lockout.set(change.settings().gpu().lockoutFreeMib());
        LOG.info("{} is {} in the settings file now", setting.key(), told(setting, value));
        return change;
    }

    // A log is read by others than the operator.
    private static String told(Setting setting, @Nullable String value) {
        if (value == null) {
            return "left to its default";
        }
        return setting.isSensitive() ? "another one" : value;
    }

    @Override
    public FootprintThresholds thresholds() {
        return thresholds.get();
    }
}

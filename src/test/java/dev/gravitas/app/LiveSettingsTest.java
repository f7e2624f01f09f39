package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Setting;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.config.SettingsException;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.VramReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class LiveSettingsTest {
    private static final long GPU_BYTES = 24_576 * VramReading.MIB;

    @TempDir
    private Path root;

    private final LockoutThreshold lockout = new LockoutThreshold(null);

    private LiveSettings settings() throws SettingsException {
        var folder = new DataFolder(root);
        return new LiveSettings(new SettingsEditor(folder, Map.of()),
                new AtomicReference<>(new SettingsLoader(folder, Map.of()).load().thresholds()), lockout);
    }

    @Test
    void takesThresholdsOverAtOnce() throws Exception {
        var settings = settings();
        assertThat(settings.thresholds()).isEqualTo(FootprintThresholds.DEFAULT);
        settings.change(Setting.FOOTPRINT_MAX_ROWS, "5000");
        assertThat(settings.thresholds()).isEqualTo(new FootprintThresholds(100_000_000, 5_000));
        settings.change(Setting.GPU_LOCKOUT_FREE_MIB, "2048");
        assertThat(lockout.bytes(GPU_BYTES)).isEqualTo(2_048 * VramReading.MIB);
        settings.change(Setting.GPU_LOCKOUT_FREE_MIB, null);
        assertThat(lockout.bytes(GPU_BYTES)).isEqualTo(GPU_BYTES / 20);
    }

    @Test
    void takesNothingOverThatCannotBeSaved() throws Exception {
        var settings = settings();
        assertThatThrownBy(() -> settings.change(Setting.FOOTPRINT_MAX_ROWS, "5"))
                .isInstanceOf(SettingsException.class);
        assertThat(settings.thresholds()).isEqualTo(FootprintThresholds.DEFAULT);
    }
}

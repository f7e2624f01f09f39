package dev.gravitas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.config.PresentSetting.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class SettingsEditorTest {
    @TempDir
    private Path root;

    private Path file() {
        return root.resolve("settings.properties");
    }

    private SettingsEditor editor(Map<String, String> environment) {
        return new SettingsEditor(new DataFolder(root), environment);
    }

    private PresentSetting present(Setting setting, Map<String, String> environment) {
        return editor(environment).present()
                .settings()
                .stream()
                .filter(present -> present.setting() == setting)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void savesOneSettingAndSaysWhatTheFileSaidBefore() throws Exception {
        Files.writeString(file(), "# mine\nfootprint.max_rows=5000\n");
        var change = editor(Map.of()).change(Setting.FOOTPRINT_MAX_ROWS, "6000");
        assertThat(change.before()).isEqualTo("5000");
        assertThat(change.settings().thresholds().maxRows()).isEqualTo(6_000);
        assertThat(file()).hasContent("# mine\nfootprint.max_rows=6000\n");
    }

    @Test
    void makesTheFileWithTheFirstSettingAndEmptiesItWithTheLast() throws Exception {
        assertThat(editor(Map.of()).change(Setting.ENDPOINT_PORT, "0").before()).isNull();
        assertThat(file()).hasContent("endpoint.port=0\n");
        assertThat(editor(Map.of()).change(Setting.ENDPOINT_PORT, null).settings().endpointPort()).isEqualTo(8417);
        assertThat(file()).isEmptyFile();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesAFileThatOnlyItsOwnerMayRead() throws Exception {
        Files.writeString(file(), "endpoint.port=1\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        editor(Map.of()).change(Setting.ENDPOINT_PORT, "2");
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void writesNothingThatCouldNotBeUsed() throws Exception {
        Files.writeString(file(), "endpoint.port=1\n");
        assertThatThrownBy(() -> editor(Map.of()).change(Setting.ENDPOINT_PORT, "70000"))
                .hasMessageContaining("endpoint.port is '70000'; it must be a whole number from 0 to 65535");
        assertThatThrownBy(() -> editor(Map.of()).change(Setting.DATABASE_MODE, "external"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("database.host is missing");
        assertThat(file()).hasContent("endpoint.port=1\n");
    }

    @Test
    void leavesADamagedFileAlone() throws Exception {
        Files.writeString(file(), "host.label=\\u00zz\n");
        assertThatThrownBy(() -> editor(Map.of()).change(Setting.ENDPOINT_PORT, "1")).isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
        Files.write(file(), new byte[]{'a', '=', (byte) 0xff, '\n'});
        assertThatThrownBy(() -> editor(Map.of()).change(Setting.ENDPOINT_PORT, "1")).isInstanceOf(IOException.class);
        assertThat(file()).hasSize(4);
        assertThat(editor(Map.of()).present().faults()).singleElement()
                .asString()
                .startsWith("the file cannot be read");
    }

    @Test
    void takesTheLimitOfAFileThatNobodyWroteByHandForAFault() throws Exception {
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertThat(editor(Map.of()).present().faults()).singleElement().asString().contains("larger than");
    }

    @Test
    void knowsWhoSetsASetting() throws Exception {
        Files.writeString(file(), "endpoint.port=1\ngpu.nvml_library=/file\n");
        assertThat(present(Setting.HOST_LABEL, Map.of()).origin()).isEqualTo(new Origin.Default());
        assertThat(present(Setting.ENDPOINT_PORT, Map.of()).origin()).isEqualTo(new Origin.File());
        assertThat(present(Setting.ENDPOINT_PORT, Map.of("GRAVITAS_ENDPOINT_PORT", "2")))
                .isEqualTo(new PresentSetting(Setting.ENDPOINT_PORT, "2",
                        new Origin.Environment("GRAVITAS_ENDPOINT_PORT")));
        assertThat(present(Setting.GPU_NVML_LIBRARY, Map.of("GRAVITAS_NVML", "/short")).text()).isEqualTo("/short");
        assertThat(present(Setting.GPU_NVML_LIBRARY, Map.of("GRAVITAS_NVML", "")).text()).isEqualTo("/file");
        assertThat(present(Setting.GPU_NVML_LIBRARY, Map.of("GRAVITAS_GPU_NVML_LIBRARY", "/long")).text())
                .isEqualTo("/long");
    }
}

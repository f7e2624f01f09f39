package dev.gravitas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.FootprintThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SettingsLoaderTest {
    private static final String EXTERNAL = "database.mode=external\ndatabase.host=db.example\n"
            + "database.name=tele metry\ndatabase.user=ada\ndatabase.password_file=secret\n";

    @TempDir
    Path folder;

    @Test
    void startsWithAnEmbeddedDatabaseWithoutAnyFile() throws Exception {
        assertThat(load(Map.of()))
                .isEqualTo(new Settings(new DatabaseSettings.Embedded(), null, 8417, FootprintThresholds.DEFAULT,
                        new GpuSettings(null, null)));
    }

    @Test
    void takesTheNvidiaLibraryFromEitherNameInTheEnvironment() throws Exception {
        assertThat(load(Map.of("GRAVITAS_NVML", "/opt/nvml.so")).gpu().nvmlLibrary()).isEqualTo("/opt/nvml.so");
        assertThat(load(Map.of("GRAVITAS_NVML", "/opt/nvml.so", "GRAVITAS_GPU_NVML_LIBRARY", "/srv/nvml.so")).gpu()
                .nvmlLibrary()).isEqualTo("/srv/nvml.so");
        assertThat(load(Map.of("GRAVITAS_GPU_LOCKOUT_FREE_MIB", "2048")).gpu().lockoutFreeMib()).isEqualTo(2_048L);
        assertThatThrownBy(() -> load(Map.of("GRAVITAS_NVML", "nvml.so", "GRAVITAS_GPU_LOCKOUT_FREE_MIB", "0")))
                .hasMessageContaining("gpu.nvml_library is 'nvml.so'; it must be an absolute path")
                .hasMessageContaining("gpu.lockout_free_mib is '0'; it must be a whole number from 1 to 1048576");
    }

    @Test
    void takesALabelForThisWorkstationOrSaysWhatOneIs() throws Exception {
        assertThat(load(Map.of("GRAVITAS_HOST_LABEL", "rack-3")).hostLabel()).isEqualTo("rack-3");
        assertThatThrownBy(() -> load(Map.of("GRAVITAS_HOST_LABEL", "my desk")))
                .hasMessageContaining("host.label is 'my desk'")
                .hasMessageContaining("1 to 40 ASCII characters");
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws Exception {
        write("endpoint.port=9000\nfootprint.max_rows=5000\n");
        var settings = load(Map.of("GRAVITAS_ENDPOINT_PORT", "9001"));
        assertThat(settings.endpointPort()).isEqualTo(9001);
        assertThat(settings.thresholds().maxRows()).isEqualTo(5000);
    }

    @Test
    void readsAnExternalDatabaseAndAsksForTlsUnlessItIsLocal() throws Exception {
        write(EXTERNAL);
        var ada = new DatabaseSettings.Login("ada", folder.resolve("secret"));
        assertThat(load(Map.of()).database()).isEqualTo(new DatabaseSettings.External("db.example", 5432, "tele metry",
                ada, null, null, "verify-full"));
        assertThat(load(Map.of("GRAVITAS_DATABASE_HOST", "localhost")).database()).isEqualTo(
                new DatabaseSettings.External("localhost", 5432, "tele metry", ada, null, null, "prefer"));
    }

    @Test
    void knowsLoginsForReadersAndWritersOfAnExternalDatabase() throws Exception {
        write(EXTERNAL + "database.reader_user=eve\ndatabase.reader_password_file=/etc/eve\n"
                + "database.writer_user=bob\ndatabase.writer_password_file=bob.secret\n");
        var external = (DatabaseSettings.External) load(Map.of()).database();
        assertThat(external.reader()).isEqualTo(new DatabaseSettings.Login("eve", Path.of("/etc/eve")));
        assertThat(external.writer()).isEqualTo(new DatabaseSettings.Login("bob", folder.resolve("bob.secret")));
    }

    @Test
    void takesNoHalfLoginAndNotTheOwnersForAReader() throws Exception {
        write(EXTERNAL + "database.reader_user=ada\ndatabase.reader_password_file=x\ndatabase.writer_user=bob\n");
        assertThatThrownBy(() -> load(Map.of()))
                .hasMessageContaining("database.reader_user is 'ada', the same as database.user; it must be another")
                .hasMessageContaining("database.writer_password_file is missing");
    }

    @Test
    void namesEveryFaultWithSettingValueAndRange() throws Exception {
        write("endpoint.port=99999\nfootprint.max_rows=many\ncolour=blue\ndatabase.mode=external\n"
                + "database.host=db.example?socketFactory=x\ndatabase.name=t\ndatabase.password_file=p\n");
        assertThatThrownBy(() -> load(Map.of())).isInstanceOf(SettingsException.class)
                .hasMessageContaining("endpoint.port is '99999'; it must be a whole number from 0 to 65535")
                .hasMessageContaining(
                        "footprint.max_rows is 'many'; it must be a whole number from 1000 to 1000000000000000")
                .hasMessageContaining("colour is not a setting")
                .hasMessageContaining(
                        "database.host is 'db.example?socketFactory=x'; it must be a host name or IP address")
                .hasMessageContaining("database.user is missing");
    }

    @Test
    void saysWhyTheFileCannotBeRead() throws Exception {
        Files.write(folder.resolve("settings.properties"), new byte[]{'a', (byte) 0xFF});
        assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("it is not UTF-8 text")
                .hasMessageNotContaining("Exception");
        Files.write(folder.resolve("settings.properties"), new byte[4096]);
        assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("it is not UTF-8 text");
        Files.delete(folder.resolve("settings.properties"));
        Files.createDirectory(folder.resolve("settings.properties"));
        assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("a folder is in its place");
    }

    private Settings load(Map<String, String> environment) throws SettingsException {
        return new SettingsLoader(new DataFolder(folder), environment).load();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("settings.properties"), text);
    }
}

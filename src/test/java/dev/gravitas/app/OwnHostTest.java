package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class OwnHostTest {
    @TempDir
    Path folder;

    private OwnHost host(Map<String, String> environment) throws Exception {
        var data = new DataFolder(folder);
        return new OwnHost(data, new SettingsLoader(data, environment).load());
    }

    @Test
    void isTheLabelThatIsSet() throws Exception {
        assertThat(host(Map.of("GRAVITAS_HOST_LABEL", "rack-3")).get()).isEqualTo("rack-3");
    }

    @Test
    void isTheOneThatIsKeptAsSoonAsThereIsOneAndMakesNone() throws Exception {
        var host = host(Map.of());
        assertThat(host.get()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        var kept = new HostLabel(new DataFolder(folder).hostLabel()).read();
        assertThat(host.get()).isEqualTo(kept);
    }

    @Test
    void isUnknownWhereTheFileCannotBeRead() throws Exception {
        Files.createDirectory(new DataFolder(folder).hostLabel());
        assertThat(host(Map.of()).get()).isEmpty();
    }
}

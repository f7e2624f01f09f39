package dev.gravitas.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsXdgOnLinuxAndIgnoresARelativeFolder() {
        assertThat(DataFolder.ofSystem("Linux", HOME, Map.of()).root())
                .isEqualTo(Path.of("/home/ada/.local/share/gravitas"));
        assertThat(DataFolder.ofSystem("Linux", HOME, Map.of("XDG_DATA_HOME", "/srv/data")).root())
                .isEqualTo(Path.of("/srv/data/gravitas"));
        assertThat(DataFolder.ofSystem("Linux", HOME, Map.of("XDG_DATA_HOME", "data")).root())
                .isEqualTo(Path.of("/home/ada/.local/share/gravitas"));
    }

    @Test
    void followsTheConventionOfMacAndWindows() {
        assertThat(DataFolder.ofSystem("Mac OS X", HOME, Map.of()).root())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Gravitas"));
        assertThat(DataFolder.ofSystem("Windows 11", HOME, Map.of()).root())
                .isEqualTo(Path.of("/home/ada/AppData/Local/Gravitas"));
    }
}

package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.demo.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class DemoFolderTest {
    private static final Scenario SCENARIO = new Scenario(7, Instant.parse("2026-11-23T15:04:05Z"));

    /// What an operator may have set for the real console.
    private static final Map<String, String> REAL = Map.of("GRAVITAS_DATABASE_MODE", "external",
            "GRAVITAS_DATABASE_HOST", "db.example", "GRAVITAS_DATABASE_NAME", "real", "GRAVITAS_DATABASE_USER", "owner",
            "GRAVITAS_DATABASE_PASSWORD_FILE", "password", "GRAVITAS_HOST_LABEL", "real", "GRAVITAS_ENDPOINT_PORT",
            "8417", "GRAVITAS_NVML", "/usr/lib/libnvidia-ml.so.1");

    @TempDir
    private Path parent;

    @Test
    void isNewAndSaysWhatItIsAndGoesWhenClosed() throws Exception {
        try (var demo = DemoFolder.make(parent, SCENARIO)) {
            assertThat(demo.folder().root().getParent()).isEqualTo(parent);
            assertThat(demo.folder().isDemo()).isTrue();
            assertThat(new DemoMark(demo.folder()).scenario()).contains(SCENARIO);
            var settings = new SettingsLoader(demo.folder(), REAL).load();
            assertThat(settings.database()).isInstanceOf(DatabaseSettings.Embedded.class);
            assertThat(settings.hostLabel()).isEqualTo("demo");
            assertThat(settings.gpu().nvmlLibrary()).isNull();
            assertThat(settings.endpointPort()).as("any free one").isZero();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void takesAwayWhatAKilledDemoLeftAndNothingElse() throws Exception {
        var killed = Files.createDirectory(parent.resolve("gravitas-demo-killed"));
        Files.writeString(killed.resolve("demo.properties"), "seed=1\nstarted=2026-11-23T15:04:05Z\n");
        Files.writeString(killed.resolve("demo.lock"), "KEEPER 1");
        var other = Files.createDirectory(parent.resolve("gravitas-demo-notes"));
        var real = Files.createDirectory(parent.resolve("gravitas"));
        try (var running = DemoFolder.make(parent, SCENARIO)) {
            DemoFolder.sweep(parent);
            assertThat(killed).doesNotExist();
            assertThat(running.folder().demoMark()).exists();
        }
        assertThat(other).exists();
        assertThat(real).exists();
    }
}

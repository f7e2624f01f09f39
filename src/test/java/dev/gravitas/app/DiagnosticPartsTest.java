package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.cli.StatusQuestion;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plants secrets wherever a console may keep or log them.
class DiagnosticPartsTest {
    private static final String TOKEN = "Zk3vQ_f9aJ-7sD2mWx0LpR8tYuB1cNhE4gVoXiKqT5z";
    private static final String PASSWORD = "correct horse battery";
    private static final String CLUSTER_PASSWORD = "0123456789abcdef".repeat(4);
    private static final String USER = System.getProperty("user.name");
    private static final List<String> SECRETS = List.of(TOKEN, PASSWORD, CLUSTER_PASSWORD, "vault.example.net",
            "pg_operator", "ada-workstation", "mistyped-password", "operators-own-key", "patient", "10.20.30.40");

    @TempDir
    private Path root;
    private DataFolder folder = new DataFolder(Path.of("."));

    @BeforeEach
    void plant() throws IOException {
        folder = new DataFolder(root);
        Files.createDirectories(folder.logs());
        Files.createDirectories(folder.postgres());
        Files.writeString(root.resolve("pw.txt"), PASSWORD + "\n");
        Files.writeString(folder.settings(), """
                database.mode=external
                database.host=vault.example.net
                database.name=telemetry
                database.user=pg_operator
                database.password_file=pw.txt
                database.password=mistyped-password
                host.label=ada-workstation
                endpoint.port=mistyped-password
                operators-own-key=1
                """);
        new OwnerOnlyFile(folder.endpointToken()).write(TOKEN);
        new OwnerOnlyFile(folder.postgresPasswords()).write("postgres=" + CLUSTER_PASSWORD + "\n");
        Files.writeString(folder.logs().resolve("gravitas.log"), String.join("\n", "INFO starts on " + root,
                "WARN GET with Authorization: Bearer " + TOKEN, "WARN login with " + PASSWORD + " failed",
                "WARN role password " + CLUSTER_PASSWORD,
                "WARN Connection to vault.example.net:5432 refused (10.20.30.40)",
                "WARN FATAL: password authentication failed for user \"pg_operator\"",
                "WARN A telemetry event was refused: '" + "tell me about the patient and the cure" + "'",
                "ERROR operators-own-key is not a setting; known are endpoint.port",
                "INFO host.label is ada-workstation in the settings file now",
                "WARN no " + System.getProperty("user.home") + "/models of " + USER, "kept: a plain line", ""));
        Files.writeString(folder.postgresLog(),
                "ERROR:  new row\nDETAIL:  Failing row contains (x, the patient is ill).\n");
    }

    @Test
    void letsNoSecretIntoAnyEntry() throws IOException {
        var entries = entries();
        assertThat(entries).extracting(BundleEntry::name)
                .containsExactly("versions.txt", "settings.txt", "status.json", "gpus.txt", "threads.txt", "files.txt",
                        "logs/gravitas.log", "logs/server.log");
        for (var entry : entries) {
            assertThat(entry.text()).as(entry.name()).isNotEmpty().doesNotContain(SECRETS).doesNotContain(root + "");
            assertThat(entry.text()).as(entry.name())
                    .doesNotContainPattern("(?i)(?<![\\p{L}\\p{N}])" + USER + "(?![\\p{L}\\p{N}])")
                    .doesNotContain(System.getProperty("user.home") + "/");
        }
    }

    @Test
    void keepsWhatExplainsTheConsole() throws IOException {
        assertThat(text("logs/gravitas.log")).contains("kept: a plain line").contains("INFO starts on <data>");
        assertThat(text("settings.txt")).contains("database.mode = external (file)")
                .contains("database.host = <not shown> (file)")
                .contains("endpoint.port = <not shown: not an allowed value> (file)")
                .contains("footprint.max_rows = 1000000 (default)")
                .contains("Faults of the file, not shown: 2");
        assertThat(text("status.json")).contains("\"unavailable\"").contains("away for now");
        assertThat(text("gpus.txt")).contains("NO_DRIVER");
        assertThat(text("files.txt")).contains("settings.properties").contains("logs/gravitas.log");
        assertThat(text("versions.txt")).contains("Java").contains("PostgreSQL        not reached");
    }

    @Test
    void quotesNothingThatWasMistypedWhereSettingsKeepTheGpusFromBeingRead() throws IOException {
        var backstage = new Gravitas(Map.of(), Clock.systemUTC());
        var entries = new DiagnosticParts(folder, Map.of(), () -> {
            throw new StoreException(StoreException.Kind.UNAVAILABLE, "Away.");
        }, new StatusQuestion(backstage, folder, Optional.empty()), () -> {
            new SettingsLoader(folder, Map.of()).load();
            throw new AssertionError("settings without a fault");
        }).diagnostics()
                .collect(_ -> {}, () -> false)
                .orElseThrow();
        assertThat(entries).filteredOn(entry -> entry.name().equals("gpus.txt"))
                .singleElement()
                .extracting(BundleEntry::text)
                .asString()
                .contains("Not read: the settings have")
                .doesNotContain(SECRETS);
    }

    private String text(String name) throws IOException {
        return entries().stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow().text();
    }

    private List<BundleEntry> entries() throws IOException {
        var backstage = new Gravitas(Map.of(), Clock.systemUTC());
        return new DiagnosticParts(folder, Map.of(), () -> {
            throw new StoreException(StoreException.Kind.UNAVAILABLE,
                    "Connection to vault.example.net is away for now, says " + PASSWORD);
        }, new StatusQuestion(backstage, folder, Optional.empty()),
                () -> new GpuStatus(null, GpuFault.NO_DRIVER, null, Instant.EPOCH, List.of(), 0)).diagnostics()
                .collect(_ -> {}, () -> false)
                .orElseThrow();
    }
}

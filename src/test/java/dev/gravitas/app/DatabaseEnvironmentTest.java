package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.cli.Backstage.DatabaseRole;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsException;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What `db-env` hands out for a database that somebody else runs; nobody is asked for that.
class DatabaseEnvironmentTest {
    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>(Map.of("GRAVITAS_DATABASE_MODE", "external",
            "GRAVITAS_DATABASE_HOST", "db.example", "GRAVITAS_DATABASE_NAME", "telemetry", "GRAVITAS_DATABASE_USER",
            "ada", "GRAVITAS_DATABASE_PASSWORD_FILE", "ada.secret"));

    @BeforeEach
    void writePasswords() throws IOException {
        password("ada.secret", "owner's");
        password("eve.secret", "reader's");
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseRole.class, names = {"READER", "WRITER"})
    void neverLendsTheOwnersLoginToAnotherRole(DatabaseRole role) {
        var name = role.name().toLowerCase(Locale.ROOT);
        assertThatThrownBy(() -> variables(role)).isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("db-env --role " + name + ": ")
                .hasMessageContaining("database." + name + "_user")
                .hasMessageContaining("database." + name + "_password_file")
                .hasMessageContaining("--role owner");
        assertThat(folder).isDirectoryNotContaining("glob:**.pgpass");
    }

    @Test
    void handsOutTheReadersOwnLogin() throws Exception {
        settings.put("GRAVITAS_DATABASE_READER_USER", "eve");
        settings.put("GRAVITAS_DATABASE_READER_PASSWORD_FILE", "eve.secret");
        var variables = variables(DatabaseRole.READER);
        assertThat(variables).containsEntry("PGUSER", "eve").containsEntry("PGSSLMODE", "verify-full");
        assertThat(Path.of(variables.get("PGPASSFILE"))).hasContent("*:*:*:*:reader's");
    }

    @Test
    void handsOutTheOwnersLoginWhenAskedForIt() throws Exception {
        var variables = variables(DatabaseRole.OWNER);
        assertThat(variables).containsEntry("PGUSER", "ada").containsEntry("PGHOST", "db.example");
        assertThat(Path.of(variables.get("PGPASSFILE"))).hasContent("*:*:*:*:owner's");
    }

    @Test
    void namesAPasswordFileThatIsEmptyOrMissing() throws Exception {
        password("ada.secret", "");
        assertThatThrownBy(() -> variables(DatabaseRole.OWNER)).isInstanceOf(StoreException.class)
                .hasMessageContaining("user ada, " + folder.resolve("ada.secret") + ", is empty");
        Files.delete(folder.resolve("ada.secret"));
        assertThatThrownBy(() -> variables(DatabaseRole.OWNER)).hasMessageContaining("does not exist");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAPasswordThatOthersCanRead() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("ada.secret"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> variables(DatabaseRole.OWNER)).isInstanceOf(StoreException.class)
                .hasMessageContaining("chmod 600 " + folder.resolve("ada.secret"))
                .hasMessageNotContaining("owner's");
    }

    private Map<String, String> variables(DatabaseRole role) throws Exception {
        var data = new DataFolder(folder);
        return new DatabaseEnvironment(data, new SettingsLoader(data, settings).load(), Clock.systemUTC())
                .variables(role, Optional.empty(), true);
    }

    private void password(String file, String password) throws IOException {
        var path = Files.writeString(folder.resolve(file), password);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}

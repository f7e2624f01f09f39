package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A PostgreSQL that somebody else runs, reached over TCP by settings.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalDatabaseE2E {
    private Path folder;
    private EmbeddedPostgres server;
    private InstalledConsole gravitas;

    @BeforeAll
    void start(@TempDir Path emptyFolder) throws Exception {
        folder = emptyFolder;
        server = EmbeddedPostgres.open(folder.resolve("server"), _ -> {});
        server.listenOnTcp(true);
        gravitas = new InstalledConsole(folder.resolve("data"));
        Files.createDirectories(gravitas.dataFolder());
        settings(server.login(), server.tcp().orElseThrow().port());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void recordsAndRanksOnIt() throws Exception {
        var imported = gravitas.run("import", "src/test/resources/dev/gravitas/llmperf-requests.csv", "--spread-days",
                "59");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(gravitas.run("rank", "--hours", "1440", "--json").json().path("models")).hasSize(13);
        assertThat(gravitas.run("status", "--json").json().path("database").path("connection").stringValue())
                .startsWith("external, 127.0.0.1:");
        assertThat(gravitas.dataFolder().resolve("postgres")).as("no server of its own").doesNotExist();
        assertThat(gravitas.run("db-env", "--role", "owner").out()).contains("export PGHOST='127.0.0.1'")
                .contains("export PGSSLMODE='prefer'");
    }

    @Test
    void lendsTheOwnersLoginToNoReader() throws Exception {
        var refused = gravitas.run("db-env");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).hasLineCount(1).contains("database.reader_user", "database.reader_password_file");
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        var right = server.login();
        assertRefused("password",
                new ServerLogin(right.address(), right.database(), right.user(), "not-the-one", "prefer"));
    }

    @Test
    void saysThatTheServerCannotBeReached() throws Exception {
        assertThat(refusal(server.login(), 1)).contains("127.0.0.1:1");
    }

    @Test
    void saysThatTheRoleHasNoPermission() throws Exception {
        assertRefused("may not create tables", server.login(Role.WRITER));
    }

    @Test
    void namesASettingThatCannotBe() throws Exception {
        var bad = new InstalledConsole(folder.resolve("bad settings"));
        Files.createDirectories(bad.dataFolder());
        Files.writeString(bad.dataFolder().resolve("settings.properties"), "database.mode=external\ndatabase.port=0\n");
        var result = bad.run("rank");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("database.port is '0'; it must be a whole number from 1 to 65535")
                .contains("database.host is missing");
    }

    private void assertRefused(String word, ServerLogin login) throws Exception {
        assertThat(refusal(login, server.tcp().orElseThrow().port())).containsIgnoringCase(word)
                .doesNotContain(login.password());
    }

    private String refusal(ServerLogin login, int port) throws Exception {
        var other = new InstalledConsole(Files.createTempDirectory(folder, "other").resolve("data"));
        Files.createDirectories(other.dataFolder());
        settings(other, login, port);
        var result = other.run("rank");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).startsWith("gravitas: ").hasLineCount(1);
        return result.err();
    }

    private void settings(ServerLogin login, int port) throws Exception {
        settings(gravitas, login, port);
    }

    private static void settings(InstalledConsole console, ServerLogin login, int port) throws Exception {
        new OwnerOnlyFile(console.dataFolder().resolve("password")).write(login.password() + "\n");
        var values = Map.of("database.mode", "external", "database.host", "127.0.0.1", "database.port",
                String.valueOf(port), "database.name", login.database(), "database.user", login.user(),
                "database.password_file",
                "password");
        var text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(console.dataFolder().resolve("settings.properties"), text);
    }
}

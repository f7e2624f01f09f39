package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.ServerLogin.UnixSocket;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

class LifeCycleIT {

    @AfterEach
    void clean() throws Exception {
        TestFolders.clean();
    }

    @Test
    void startsColdThenWarmAndKeepsTheData() throws Exception {
        Path root = TestFolders.fresh("postgres");
        List<String> stages = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), stages::add)) {
            assertThat(stages).contains("Preparing the database folder", "Starting PostgreSQL");
            assertThat(postgres.settingsFaults()).isEmpty();
            Sql.run(postgres.login(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
        }
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
        stages.clear();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), stages::add)) {
            assertThat(stages).contains("Starting PostgreSQL").doesNotContain("Preparing the database folder");
            assertThat(Sql.ask(postgres.login(), "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void unpacksTheVersionItSays() throws Exception {
        Path home;
        try (EmbeddedPostgres _ = TestFolders.open(TestFolders.prepared());
                var homes = Files.list(TestFolders.binaries())) {
            home = homes.findFirst().orElseThrow();
        }
        String version = Programs.run(home.resolve("bin").resolve(Platform.current().program("postgres")).toString(),
                "--version").output();
        assertThat(version).contains(" " + BinaryArchive.VERSION);
        assertThat(BinaryArchive.VERSION).startsWith(BinaryArchive.MAJOR + ".");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
    }

    @Test
    void showsNothingToOthers() throws Exception {
        Path root = TestFolders.prepared();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedPostgres _ = TestFolders.open(root)) {
            for (Path path : FolderTree.paths(root)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).as(path.toString())
                        .endsWith("------");
            }
            assertThat(Files.readString(root.resolve("data/pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void keepsItsRulesWhenFilesAreEdited() throws Exception {
        Path root = TestFolders.prepared();
        Files.writeString(root.resolve("data/pg_hba.conf"), "local all all trust\n");
        Files.writeString(root.resolve("data/postgresql.auto.conf"), "fsync = off\nlisten_addresses = '*'\n");
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(postgres.settingsFaults()).isEmpty();
            assertThat(Sql.ask(postgres.login(), "SHOW listen_addresses")).isEmpty();
            assertThat(Files.readString(root.resolve("data/pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void countsTwoUsersInOneProcess() throws Exception {
        Path root = TestFolders.prepared();
        EmbeddedPostgres first = TestFolders.open(root);
        EmbeddedPostgres second = TestFolders.open(root);
        first.close();
        first.close();
        assertThat(Sql.ask(second.login(), "SELECT 1")).isEqualTo("1");
        second.close();
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void listensOnTcpOnlyWhenAskedAndRemembersIt() throws Exception {
        Path root = TestFolders.prepared();
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(postgres.tcp()).isEmpty();
            postgres.listenOnTcp(true);
            assertThat(postgres.tcp()).isPresent();
            assertThat(postgres.login().address()).isInstanceOf(UnixSocket.class);
        }
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            Tcp tcp = postgres.tcp().orElseThrow();
            assertThat(tcp.host()).isEqualTo("127.0.0.1");
            assertThat(Sql.ask(Sql.at(postgres.login(), tcp), "SELECT 1")).isEqualTo("1");
            postgres.listenOnTcp(false);
            assertThat(postgres.tcp()).isEmpty();
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void letsReaderReadAndWriterInsertAndNothingElse() throws Exception {
        try (EmbeddedPostgres postgres = TestFolders.open(TestFolders.prepared())) {
            Sql.run(postgres.login(), "CREATE TABLE system_telemetry (n int) PARTITION BY RANGE (n)",
                    "CREATE TABLE part PARTITION OF system_telemetry DEFAULT");
            postgres.grantRoles();
            postgres.grantRoles();
            Sql.run(postgres.login(Role.WRITER), "INSERT INTO system_telemetry VALUES (5)");
            Sql.run(postgres.login(), "CREATE TABLE later (n int)");
            assertThat(Sql.ask(postgres.login(Role.READER), "SELECT n FROM system_telemetry")).isEqualTo("5");
            assertThat(Sql.ask(postgres.login(Role.READER), "SELECT count(*) FROM later")).isEqualTo("0");
            assertRefused(postgres, Role.WRITER, "SELECT n FROM system_telemetry");
            assertRefused(postgres, Role.WRITER, "INSERT INTO part VALUES (1)");
            assertRefused(postgres, Role.WRITER, "CREATE TABLE mine (n int)");
            assertRefused(postgres, Role.READER, "SET transaction_read_only=off; DELETE FROM system_telemetry");
            assertThat(Sql.ask(postgres.login(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    private static void assertRefused(EmbeddedPostgres postgres, Role role, String statement) {
        assertThatThrownBy(() -> Sql.run(postgres.login(role), statement)).hasMessageContaining("permission denied");
    }

    @Test
    void refusesAFolderFromANewerVersionAndKeepsIt() throws Exception {
        Path root = TestFolders.prepared();
        Files.writeString(root.resolve("data/PG_VERSION"), "19\n");
        List<Path> before = FolderTree.paths(root);
        assertThatThrownBy(() -> TestFolders.open(root)).isInstanceOf(StoreException.class)
                .hasMessageContaining("made by PostgreSQL 19, newer")
                .hasMessageContaining("Nothing was changed");
        assertThat(FolderTree.paths(root)).isEqualTo(before);
        Files.writeString(root.resolve("data/PG_VERSION"), "18\n");
        TestFolders.open(root).close();
    }

    @Test
    void beginsAnewAfterAnInterruptedInitdb() throws Exception {
        Path root = TestFolders.fresh("postgres");
        Files.createDirectories(root.resolve("data.tmp/base"));
        Files.writeString(root.resolve("data.tmp/PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(root.resolve("data.tmp")).doesNotExist();
    }

    @Test
    void makesTheConsolesDatabaseWhenTheFirstStartEndedBeforeIt() throws Exception {
        Path root = TestFolders.prepared();
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            Sql.run(Sql.superuser(root, postgres), "DROP DATABASE gravitas", "DROP ROLE gravitas_writer");
        }
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(Role.WRITER), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void worksWithItsProgramsInAFolderWithSpacesQuotesAndOtherLetters() throws Exception {
        Path root = TestFolders.fresh("it's Größe 数据").resolve("pg");
        List<String> stages = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, stages::add);
                EmbeddedPostgres adopter = EmbeddedPostgres.open(root, stages::add)) {
            assertThat(stages).startsWith("Unpacking PostgreSQL " + BinaryArchive.VERSION)
                    .endsWith(
                            "Starting PostgreSQL");
            assertThat(postgres.login().address()).isInstanceOf(UnixSocket.class);
            assertThat(Sql.ask(adopter.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhichNamesCannotServe() {
        assertThatThrownBy(() -> TestFolders.open(TestFolders.fresh("a \"quoted\" folder")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("choose another data folder");
    }

    @Test
    void listensOnLoopbackWhereASocketsNameWouldBeTooLong() throws Exception {
        Path root = TestFolders.fresh("folder-".repeat(20)).resolve("postgres");
        Files.createDirectories(root.getParent());
        TestFolders.copy(TestFolders.template(), root);
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(postgres.login().address()).isInstanceOf(Tcp.class)
                    .hasToString(
                            "127.0.0.1:" + postgres.tcp().orElseThrow().port());
            assertThat(Sql.ask(postgres.login(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }
}

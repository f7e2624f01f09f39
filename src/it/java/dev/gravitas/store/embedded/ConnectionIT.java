package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.store.postgres.DurabilityCheck;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ConnectionIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Limits SHORT = new Limits(SECOND, SECOND.multipliedBy(2), SECOND, SECOND.multipliedBy(30));

    private static Path root;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void open() throws Exception {
        Programs.needsLinux();
        root = TestFolders.prepared();
        postgres = TestFolders.open(root);
        postgres.listenOnTcp(true);
    }

    @AfterAll
    static void close() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
        TestFolders.clean();
    }

    private static ServerLogin login(String database, String user, String password) {
        return new ServerLogin(postgres.login().address(), database, user, password, "disable");
    }

    private static void assertRefused(ServerLogin login, Kind kind, String words) {
        assertThatThrownBy(() -> Sql.open(login)).hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        StoreException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void namesWhatIsWrongWithALogin() throws Exception {
        ServerLogin good = postgres.login();
        assertRefused(login("gravitas", good.user(), "guessed"), Kind.MISCONFIGURED, "password");
        assertRefused(Sql.at(login("gravitas", good.user(), "guessed"), postgres.tcp().orElseThrow()),
                Kind.MISCONFIGURED, "password");
        assertRefused(login("nowhere", good.user(), good.password()), Kind.MISCONFIGURED, "no database nowhere");
        assertRefused(login("postgres", good.user(), good.password()), Kind.MISCONFIGURED, "no permission");
        assertRefused(Sql.at(good, new Tcp("127.0.0.1", unusedPort())), Kind.UNAVAILABLE, "cannot be reached");
        assertRefused(new ServerLogin(postgres.tcp().orElseThrow(), "gravitas", good.user(), good.password(),
                "require"), Kind.MISCONFIGURED, "SSL");
    }

    @Test
    void takesNoDriverSettingsFromNames() {
        ServerLogin good = postgres.login();
        assertRefused(Sql.at(good, new Tcp("127.0.0.1/gravitas?socketFactory=evil", 5432)), Kind.MISCONFIGURED, "host");
        assertRefused(Sql.at(good, new Tcp("127.0.0.1,db.example", 5432)), Kind.MISCONFIGURED, "host");
        assertRefused(login("x?loggerFile=/tmp/x&sslfactory=evil", good.user(), good.password()), Kind.MISCONFIGURED,
                "no database x?loggerFile");
        assertRefused(new ServerLogin(new Tcp("127.0.0.1", 0), "gravitas", "u", "p", "prefer"), Kind.MISCONFIGURED,
                "port");
        assertRefused(new ServerLogin(new Tcp("127.0.0.1", 5432), "gravitas", "u", "p", "maybe"), Kind.MISCONFIGURED,
                "sslmode");
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void givesUpAServerThatAcceptsAndThenSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEndsInTime(() -> new ServerConnector(SHORT)
                    .open(Sql.at(postgres.login(), new Tcp("127.0.0.1", silent.getLocalPort()))));
        }
    }

    @Test
    void givesUpABackendThatIsFrozen() throws Exception {
        try (Connection connection = new ServerConnector(SHORT).open(postgres.login());
                Statement statement = connection.createStatement()) {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            Programs.signal("STOP", backend);
            try {
                assertEndsInTime(() -> statement.execute("SELECT 1"));
            } finally {
                Programs.signal("CONT", backend);
            }
        }
    }

    @Test
    void givesUpABackendThatStopsReadingACopy() throws Exception {
        try (Connection connection = new ServerConnector(SHORT).open(postgres.login());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE sink (line text)");
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            Programs.signal("STOP", backend);
            try {
                assertEndsInTime(() -> connection.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY sink FROM STDIN", new StringReader("line\n".repeat(2_000_000))));
            } finally {
                Programs.signal("CONT", backend);
            }
        }
    }

    @Test
    void givesUpAPostmasterThatIsFrozen() throws Exception {
        long postmaster = Programs.postmaster(root);
        Programs.signal("STOP", postmaster);
        try {
            assertEndsInTime(() -> new ServerConnector(SHORT).open(postgres.login()));
        } finally {
            Programs.signal("CONT", postmaster);
        }
    }

    private static void assertEndsInTime(ThrowingCallable call) {
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThatThrownBy(call).isInstanceOfAny(StoreException.class, SQLException.class));
    }

    @Test
    void copiesMoreThanAnyBufferHolds() throws Exception {
        try (Connection connection = Sql.open(postgres.login()); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE sink (line text)");
            long rows = connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY sink FROM STDIN",
                            new StringReader("a line of text\n".repeat(500_000)));
            assertThat(rows).isEqualTo(500_000);
            var back = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY sink TO STDOUT", back);
            assertThat(back.toString()).hasLineCount(500_000);
        }
    }

    @Test
    void cancelsAStatementFromAnotherThread() throws Exception {
        try (ExecutorService executor = Executors.newSingleThreadExecutor();
                Connection connection = Sql.open(postgres.login());
                Statement statement = connection.createStatement()) {
            Future<Boolean> running = executor.submit(() -> statement.execute("SELECT pg_sleep(40)"));
            await().until(() -> Sql.ask(postgres.login(),
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(40)%' AND pid <> pg_backend_pid()")
                    .equals("1"));
            statement.cancel();
            assertThatThrownBy(running::get).hasMessageContaining("canceling statement");
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void closingFromAnotherThreadWakesAWaitingOne() throws Exception {
        try (ExecutorService executor = Executors.newSingleThreadExecutor();
                Connection connection = Sql.open(postgres.login());
                Statement statement = connection.createStatement()) {
            Future<Boolean> running = executor.submit(() -> statement.execute("SELECT pg_sleep(41)"));
            await().until(() -> Sql.ask(postgres.login(),
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(41)%' AND pid <> pg_backend_pid()")
                    .equals("1"));
            connection.abort(Runnable::run);
            assertTimeoutPreemptively(Duration.ofSeconds(20),
                    () -> assertThatThrownBy(running::get).hasCauseInstanceOf(SQLException.class));
        }
    }

    @Test
    void noticesASettingThatCanLoseCommittedRows() throws Exception {
        Sql.run(Sql.superuser(root, postgres), "ALTER ROLE gravitas SET synchronous_commit = off");
        try {
            assertThat(postgres.settingsFaults()).singleElement().asString().contains("synchronous_commit is off");
        } finally {
            Sql.run(Sql.superuser(root, postgres), "ALTER ROLE gravitas RESET ALL");
        }
        try (Connection connection = Sql.open(postgres.login())) {
            assertThat(DurabilityCheck.ask(connection))
                    .isEqualTo(new DurabilityCheck.Findings(List.of(), List.of()));
        }
    }

    @Test
    void letsNoOtherUserOfTheSystemReachTheSocket() throws Exception {
        Assumptions.assumeTrue(Programs.root(), "only root can become another user");
        Path open = Files.createTempDirectory("gravitas-it");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path folder = open.resolve("pg");
        TestFolders.copy(TestFolders.template(), folder);
        try (EmbeddedPostgres _ = TestFolders.open(folder)) {
            assertThat(asOther("ls", open.toString()).ok()).isTrue();
            assertThat(asOther("ls", folder.resolve("run").toString()).output()).contains("Permission denied");
            assertThat(asOther("cat", folder.resolve("passwords").toString()).output()).contains("Permission denied");
        } finally {
            FolderTree.delete(open);
        }
    }

    private static Command.Result asOther(String program, String path) throws Exception {
        return Programs.run("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups", program, path);
    }
}

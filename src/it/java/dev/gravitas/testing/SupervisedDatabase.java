package dev.gravitas.testing;

import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.PreparedDatabase;
import dev.gravitas.store.embedded.Supervisor;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.PostgresDatabase;
import dev.gravitas.store.postgres.ServerConnector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// An embedded PostgreSQL with the console's schema and nothing in it, restarted when it dies.
public final class SupervisedDatabase implements AutoCloseable {
    private final Path root;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(3);
    private final CountDownLatch restored = new CountDownLatch(1);
    private final EmbeddedPostgres postgres;
    private final PostgresDatabase database;
    private final Supervisor supervisor;

    public SupervisedDatabase(Clock clock) throws Exception {
        var work = Path.of(System.getProperty("gravitas.work", "target/it")).toAbsolutePath().normalize();
        Files.createDirectories(work);
        root = Files.createTempDirectory(work, "db").resolve("pg");
        postgres = PreparedDatabase.open(root);
        database = PostgresDatabase.open(new PostgresDatabase.Setup("embedded", postgres::login, "test", clock, true,
                scheduler, Thread.ofPlatform().daemon().factory()));
        supervisor = new Supervisor(postgres, scheduler, new Restart(restored));
    }

    public PostgresDatabase database() {
        return database;
    }

    /// Ends the server as a power cut would.
    public void kill() throws IOException {
        postmaster().destroyForcibly();
    }

    /// Stops the server and all its sessions in the middle of whatever they do. Linux only.
    public void freeze() throws Exception {
        signal("STOP");
    }

    public void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String signal) throws Exception {
        var words = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(postmaster().pid())));
        postmaster().children().map(child -> String.valueOf(child.pid())).forEach(words::add);
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(root.resolve("data/postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /// Runs one statement as another program would.
    public void sql(String text) throws Exception {
        try (var connection = new ServerConnector(Limits.STANDARD).open(postgres.login());
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /// Ends all sessions of the console, so that new ones see new settings.
    public void endSessions() throws Exception {
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                + " AND usename = current_user");
    }

    /// Counts down when the supervisor has started the server again.
    public CountDownLatch restored() {
        return restored;
    }

    /// First column of every row, as text.
    public List<String> column(String query) throws Exception {
        try (var connection = new ServerConnector(Limits.STANDARD).open(postgres.login());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    @Override
    public void close() {
        supervisor.close();
        database.close();
        postgres.close();
        scheduler.shutdownNow();
    }

    private record Restart(CountDownLatch seen) implements Supervisor.Listener {
        @Override
        public void lost() {
        }

        @Override
        public void restarting(String stage) {
        }

        @Override
        public void restored() {
            seen.countDown();
        }

        @Override
        public void failed(String reason) {
            throw new AssertionError(reason);
        }
    }
}

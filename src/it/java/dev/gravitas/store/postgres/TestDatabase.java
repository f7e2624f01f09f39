package dev.gravitas.store.postgres;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// A real server with an empty database, and plain SQL beside the console. The cluster is made once for all tests.
final class TestDatabase implements AutoCloseable {
    static final String HOST = "test-host";
    private static final Path WORK = Path.of(System.getProperty("gravitas.work", "target/it")).toAbsolutePath();

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final List<PostgresDatabase> opened = new CopyOnWriteArrayList<>();
    private final EmbeddedPostgres server;

    TestDatabase() throws StoreException {
        server = EmbeddedPostgres.open(WORK.resolve("postgres-store"), WORK.resolve("postgres-programs"), _ -> {});
        empty();
    }

    /// Takes everything away, the console's tables too.
    void empty() {
        sql("DROP SCHEMA IF EXISTS public CASCADE");
        sql("CREATE SCHEMA public");
    }

    ServerLogin login() {
        return server.login();
    }

    PostgresDatabase open() throws StoreException {
        return open(this::login, Clock.systemUTC());
    }

    /// As a console that stays opens it: it looks after the database.
    PostgresDatabase openToStay() throws StoreException {
        return open(this::login, Clock.systemUTC(), true);
    }

    PostgresDatabase open(Supplier<ServerLogin> logins, Clock clock) throws StoreException {
        return open(logins, clock, false);
    }

    private PostgresDatabase open(Supplier<ServerLogin> logins, Clock clock, boolean stays) throws StoreException {
        PostgresDatabase database = PostgresDatabase
                .open(new PostgresDatabase.Setup("embedded", logins, HOST, clock, stays,
                        scheduler, Executors.defaultThreadFactory()));
        opened.add(database);
        return database;
    }

    Connection connect() throws StoreException {
        return new ServerConnector(ConnectionPool.QUERY_LIMITS).open(login());
    }

    /// Runs one statement as another program would.
    void sql(String text) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        } catch (SQLException | StoreException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// The first column of the first row, null for SQL null.
    @Nullable
    Object one(String question) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1);
        } catch (SQLException | StoreException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    long count(String question) {
        if (one(question) instanceof Long count) {
            return count;
        }
        throw new AssertionError("Not a count: " + question);
    }

    @Override
    public void close() {
        opened.forEach(PostgresDatabase::close);
        scheduler.shutdownNow();
        server.close();
    }
}

package dev.gravitas.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/// Pooled sessions of one purpose. Opening the pool never fails: while the server is away, each use waits for
/// [#WAIT] and then says so. Thread-safe.
final class ConnectionPool implements AutoCloseable {
    /// Writing ends soon, because the spool is replayed only after it; the socket gives up a little after the server.
    static final Limits WRITE_LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(5),
            Duration.ofSeconds(4));
    /// A figure that takes longer than this is of no use on a screen.
    static final Limits QUERY_LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(20),
            Duration.ofSeconds(15));
    /// The writer, the import and a check; apart from the queries, so that slow screens never hold up recording.
    static final int WRITE_SESSIONS = 2;
    /// Some screens, the endpoint and commands at once; the embedded server allows twenty sessions to all processes.
    static final int QUERY_SESSIONS = 4;
    /// Comparing a day of a million rows takes some seconds, on a busy machine many.
    static final Limits UPKEEP_LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(3),
            Duration.ofSeconds(130), Duration.ofMinutes(2));
    /// The fold, and a duty beside it.
    static final int UPKEEP_SESSIONS = 2;
    /// How long a caller waits for a session: about as long as a restart of the embedded server takes.
    static final Duration WAIT = Duration.ofSeconds(3);

    private final HikariDataSource sessions;

    private ConnectionPool(HikariDataSource sessions) {
        this.sessions = sessions;
    }

    static ConnectionPool forWriting(Supplier<ServerLogin> logins, boolean stays, ThreadFactory threads) {
        return open("gravitas-write", WRITE_SESSIONS,
                new LoginDataSource(logins, new ServerConnector(WRITE_LIMITS), stays),
                threads);
    }

    static ConnectionPool forQueries(Supplier<ServerLogin> logins, boolean stays, ThreadFactory threads) {
        return open("gravitas-query", QUERY_SESSIONS,
                new LoginDataSource(logins, new ServerConnector(QUERY_LIMITS), stays),
                threads);
    }

    static ConnectionPool forUpkeep(Supplier<ServerLogin> logins, boolean stays, ThreadFactory threads) {
        return open("gravitas-upkeep", UPKEEP_SESSIONS,
                new LoginDataSource(logins, new ServerConnector(UPKEEP_LIMITS), stays),
                threads);
    }

    private static ConnectionPool open(String name, int size, LoginDataSource source, ThreadFactory threads) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setThreadFactory(threads);
        return new ConnectionPool(new HikariDataSource(config));
    }

    /// Something done on one session.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// One session in auto-commit. A session that failed is not used again, but for data that the server refused: being
    /// read-only, say, it would stay so; and an answer that did not come in time may still come, and would be taken for
    /// that of the next question, a commit even.
    ///
    /// @param what is being done, as the start of a sentence about its failure
    <T> T use(String what, Work<T> work) throws StoreException {
        try (Connection connection = sessions.getConnection()) {
            return work(what, work, connection);
        } catch (SQLException e) {
            throw StoreFaults.explain(what, e);
        }
    }

    private <T> T work(String what, Work<T> work, Connection connection) throws StoreException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            StoreException fault = StoreFaults.explain(what, e);
            if (fault.kind() != StoreException.Kind.REFUSED_DATA) {
                giveUp(connection, fault);
            }
            throw fault;
        }
    }

    private void giveUp(Connection connection, StoreException fault) {
        sessions.evictConnection(connection);
        try {
            // At once, or the pool would ask for a rollback first and wait for that answer too.
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            fault.addSuppressed(e);
        }
    }

    /// One transaction: committed when the work returns, rolled back when it throws.
    <T> T transact(String what, Work<T> work) throws StoreException {
        return use(what, connection -> {
            connection.setAutoCommit(false);
            // The pool rolls back what is open when a session comes back to it.
            T result = work.on(connection);
            connection.commit();
            return result;
        });
    }

    /// Reads that all see the database as of one moment.
    <T> T snapshot(String what, Work<T> work) throws StoreException {
        return use(what, connection -> {
            connection.setAutoCommit(false);
            // The pool sets both back.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.on(connection);
        });
    }

    @Override
    public void close() {
        sessions.close();
    }
}

package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class ConnectionPoolIT {
    private static TestDatabase server;

    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeAll
    static void start() throws Exception {
        server = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void leavesNoSessionBehindWhenItIsClosedWhileOneIsBeingOpened() throws Exception {
        var pool = ConnectionPool.forQueries(this::slowLogin, true, Executors.defaultThreadFactory());
        assertThat(opening.await(10, TimeUnit.SECONDS)).isTrue();
        var closing = CompletableFuture.runAsync(pool::close);
        closing.copy().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS).join();
        goOn.countDown();
        closing.join();
        await().during(Duration.ofSeconds(1))
                .until(() -> server.count(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname IS NOT NULL AND pid <> pg_backend_pid()") == 0);
    }

    /// Its answer may still come, and would be taken for that of the next question.
    @Test
    void neverUsesASessionAgainThatDidNotAnswer() throws Exception {
        try (var pool = ConnectionPool.forWriting(server::login, true, Executors.defaultThreadFactory())) {
            int first = pool.transact("Ask", ConnectionPoolIT::session);
            assertThat(pool.transact("Ask", ConnectionPoolIT::session)).as("one that answers").isEqualTo(first);
            assertThatThrownBy(() -> pool.transact("Ask", connection -> {
                session(connection);
                throw new SQLException("Database connection failed when starting copy", "08006");
            })).isInstanceOf(StoreException.class);
            assertThat(pool.transact("Ask", ConnectionPoolIT::session)).isNotEqualTo(first);
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private ServerLogin slowLogin() {
        opening.countDown();
        try {
            goOn.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return server.login();
    }
}

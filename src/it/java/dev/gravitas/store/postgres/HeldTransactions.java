package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// Other programs' transactions that stay open while others write and fold.
final class HeldTransactions implements AutoCloseable {
    private static final int MOST = 3;

    private final Deque<Connection> free = new ArrayDeque<>();
    private final Deque<Connection> open = new ArrayDeque<>();

    HeldTransactions(TestDatabase server) throws StoreException, SQLException {
        for (int i = 0; i < MOST; i++) {
            Connection connection = server.connect();
            connection.setAutoCommit(false);
            free.add(connection);
        }
    }

    /// Writes some rows without a commit, in a new transaction or in one that is open.
    void begin(Random random, RandomWrites writes) throws SQLException {
        Connection session = free.isEmpty() ? open.removeFirst() : free.removeFirst();
        open.addLast(session);
        writes.plain(session);
    }

    void end(Random random) throws SQLException {
        if (open.isEmpty()) {
            return;
        }
        Connection session = random.nextBoolean() ? open.removeFirst() : open.removeLast();
        if (random.nextInt(3) == 0) {
            session.rollback();
        } else {
            session.commit();
        }
        free.add(session);
    }

    void endAll(Random random) throws SQLException {
        while (!open.isEmpty()) {
            end(random);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Deque<Connection> some : List.of(free, open)) {
            for (Connection session : some) {
                session.close();
            }
        }
    }
}

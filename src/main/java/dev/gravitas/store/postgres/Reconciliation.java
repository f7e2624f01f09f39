package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Compares each day's sums with its rows and makes them anew where they differ. Rows and sums are seen as of one moment,
/// so rows that come in meanwhile neither disturb it nor get lost; folding waits for one day at a time.
final class Reconciliation {
    /// Folds are short; longer, another console compares the same days.
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ConnectionPool pool;
    private final PostgresRetention retention;

    Reconciliation(ConnectionPool pool, PostgresRetention retention) {
        this.pool = pool;
        this.retention = retention;
    }

    /// What was looked at, and what differed.
    ///
    /// @param busy days that another session kept from being looked at
    record Result(int days, int busy, List<Instant> repaired) {
        @Override
        public String toString() {
            return days + " days compared with their rows, " + (repaired.isEmpty()
                    ? "none differed"
                    : repaired.size()
                            + " differed and were summed again: " + repaired)
                    + (busy == 0 ? "." : "; " + busy + " were busy and come next time.");
        }
    }

    /// Looks at every day, those to come and those of broken clocks too.
    Result run() throws StoreException {
        int busy = 0;
        List<Instant> repaired = new ArrayList<>();
        List<Instant> days = retention.knownDays(null);
        for (Instant day : days) {
            switch (reconcile(day)) {
                case SAME -> {
                }
                case REPAIRED -> repaired.add(day);
                case BUSY -> busy++;
            }
        }
        return new Result(days.size() - busy, busy, List.copyOf(repaired));
    }

    private Finding reconcile(Instant day) throws StoreException {
        return pool.use("The sums of " + day + " could not be compared with their rows", connection -> {
            // Before the transaction, whose view of the data begins with its first statement.
            if (!isLocked(connection)) {
                return Finding.BUSY;
            }
            try {
                // So that sums do not pile up while day after day keeps folds away.
                fold(connection);
                return compare(connection, day) ? Finding.REPAIRED : Finding.SAME;
            } finally {
                connection.setAutoCommit(true);
                yes(connection, Sql.FOLD_UNLOCK);
            }
        });
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        for (int attempt = 1; !yes(connection, Sql.FOLD_LOCK); attempt++) {
            if (attempt == ATTEMPTS) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static void fold(Connection connection) throws SQLException {
        try (PreparedStatement statement = Sql.FOLD.prepare(connection)) {
            statement.execute();
        }
    }

    private static boolean compare(Connection connection, Instant day) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (PreparedStatement statement = Sql.RECONCILE_DAY.prepare(connection)) {
            statement.setObject(1, Rows.bindable(day));
            boolean repaired = yes(statement);
            connection.commit();
            return repaired;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static boolean yes(Connection connection, Sql question) throws SQLException {
        try (PreparedStatement statement = question.prepare(connection)) {
            return yes(statement);
        }
    }

    private static boolean yes(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private enum Finding {
        SAME, REPAIRED, BUSY
    }
}

package dev.gravitas.store.postgres;

import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.UpkeepNotes;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the upkeep did last, kept in the database so that all consoles on it know.
final class UpkeepLog implements UpkeepNotes {
    static final String RECONCILE = "reconcile";
    static final String CLOCK = "clock";

    private final ConnectionPool pool;
    private final Clock clock;

    UpkeepLog(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Optional<UpkeepRecord> last(String task) throws StoreException {
        return all().stream().filter(entry -> entry.task().equals(task)).findFirst();
    }

    List<UpkeepRecord> all() throws StoreException {
        return pool.use("The upkeep's records could not be read",
                connection -> Rows.read(connection, Sql.UPKEEP_READ, Rows.NO_PARAMETERS, Rows::upkeep));
    }

    /// Whether a duty was last done so long ago, or never.
    boolean isDue(String task, Duration after) throws StoreException {
        return last(task).map(entry -> !entry.doneAt().plus(after).isAfter(clock.instant())).orElse(true);
    }

    @Override
    public void write(String task, String detail) throws StoreException {
        write(Sql.UPKEEP_WRITE, task, detail);
    }

    /// Notes the present as seen, unless this console's clock alone has gone back.
    void noteClock() throws StoreException {
        write(Sql.UPKEEP_CLOCK, CLOCK, "Seen by a console.");
    }

    private void write(Sql sql, String task, String detail) throws StoreException {
        pool.use("The upkeep's record could not be written", connection -> {
            try (PreparedStatement statement = sql.prepare(connection)) {
                statement.setString(1, task);
                statement.setObject(2, Rows.bindable(clock.instant()));
                statement.setString(3, detail);
                return statement.executeUpdate();
            }
        });
    }
}

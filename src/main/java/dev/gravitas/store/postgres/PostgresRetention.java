package dev.gravitas.store.postgres;

import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.Retention;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Pruning as the drop of a day's partition, with its sums, in one transaction a day.
final class PostgresRetention implements Retention {
    /// Longer than this nobody believes that all consoles were simply off. A clock that is less ahead costs at most that
    /// many days of the oldest data.
    static final Duration LONGEST_ABSENCE = Duration.ofDays(3);

    /// The drop waits for readers only shortly, because writers wait behind it, and longer in all than a query may take.
    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ConnectionPool pool;
    private final UpkeepLog log;
    private final Clock clock;

    PostgresRetention(ConnectionPool pool, UpkeepLog log, Clock clock) {
        this.pool = pool;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Pruned prune(Instant before) throws StoreException {
        long rows = 0;
        List<Instant> days = knownDays(CopyRows.stored(before));
        for (Instant day : days) {
            rows += drop(day);
        }
        if (!days.isEmpty()) {
            pool.use("Series that nothing refers to could not be forgotten",
                    connection -> Rows.read(connection, Sql.FORGET_SERIES, Rows.NO_PARAMETERS, row -> row.getLong(1)));
        }
        return new Pruned(days.size(), rows);
    }

    @Override
    public int settle() throws StoreException {
        return new Settling(pool).run(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public boolean isClockTrusted() throws StoreException {
        var seen = log.last(UpkeepLog.CLOCK).map(UpkeepRecord::doneAt);
        return seen.map(time -> !clock.instant().isAfter(time.plus(LONGEST_ABSENCE))).orElse(true);
    }

    @Override
    public void confirmClock() throws StoreException {
        log.write(UpkeepLog.CLOCK, "Confirmed by the operator.");
    }

    /// UTC days of which anything is kept, oldest first.
    ///
    /// @param before days that had ended by then; null for all
    List<Instant> knownDays(@Nullable Instant before) throws StoreException {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("before", before == null ? null : Rows.bindable(before));
        return pool.use("The days that are kept could not be read", connection -> Rows.read(connection, Sql.KNOWN_DAYS,
                statement -> Sql.KNOWN_DAYS.bind(statement, parameters), row -> Rows.time(row, "day")));
    }

    private long drop(Instant day) throws StoreException {
        for (int attempt = 1;; attempt++) {
            try {
                return pool.use("The day " + day + " could not be dropped", connection -> {
                    try (PreparedStatement statement = Sql.DROP_DAY.prepare(connection)) {
                        statement.setObject(1, Rows.bindable(day));
                        try (ResultSet row = statement.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                });
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

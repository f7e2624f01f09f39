package dev.gravitas.store.postgres;

import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.Retention;
import dev.gravitas.store.StoreException;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Pruning as the drop of a day's partition, with its sums, in one transaction a day.
final class PostgresRetention implements Retention {
    /// Longer than this nobody believes that all consoles were simply off. A clock that is less ahead costs at most that
    /// many days of the oldest data.
    static final Duration LONGEST_ABSENCE = Duration.ofDays(3);

    /// The drop waits for readers only shortly, and they are many.
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration DAY = Duration.ofDays(1);

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
        List<Instant> days = knownDays(before.minus(DAY).plusNanos(1));
        for (Instant day : days) {
            rows += drop(day);
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
    List<Instant> knownDays(Instant before) throws StoreException {
        return pool.use("The days that are kept could not be read", connection -> Rows.read(connection, Sql.KNOWN_DAYS,
                statement -> statement.setObject(1, Rows.bindable(before)), row -> Rows.time(row, "day")));
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

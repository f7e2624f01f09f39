package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Sees to it that UTC days have partitions of their own. No row depends on it: a day without one is kept in the default
/// partition and moved when its partition is made. Thread-safe, and safe beside other processes that do the same.
final class DayPartitions {
    /// Days made ahead of today: a console that is off for a week still finds its day made.
    static final int AHEAD = 7;
    /// Days that are given a partition on demand, counted back from today; older rows stay in the default partition.
    static final int BACK = 61;

    /// Making a partition waits for readers of the default partition only shortly, so it is tried again.
    private static final int ATTEMPTS = 3;
    /// Rows are not held up again by a day that could not be made just now.
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(DayPartitions.class);

    private final ConnectionPool pool;
    private final Clock clock;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();
    private final Map<LocalDate, Instant> paused = new ConcurrentHashMap<>();

    DayPartitions(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// Makes today and the days ahead where they are missing.
    void makeAhead() throws StoreException {
        known.addAll(pool.use("The day partitions could not be read", DayPartitions::existing));
        LocalDate today = today();
        for (LocalDate day = today; !day.isAfter(today.plusDays(AHEAD)); day = day.plusDays(1)) {
            make(day, ATTEMPTS);
        }
    }

    /// Makes the given days where they are missing and within the span that is kept in partitions. What keeps one day from
    /// being made keeps the others too, so rows wait for one attempt at most.
    void ensure(Collection<LocalDate> days) {
        LocalDate today = today();
        boolean held = false;
        for (LocalDate day : days) {
            boolean kept = !day.isBefore(today.minusDays(BACK)) && !day.isAfter(today.plusDays(AHEAD));
            if (!kept || known.contains(day) || isPaused(day)) {
                continue;
            }
            if (held) {
                pause(day);
            } else {
                make(day, 1);
                held = isPaused(day);
            }
        }
    }

    private void make(LocalDate day, int attempts) {
        for (int attempt = 1; !known.contains(day) && attempt <= attempts; attempt++) {
            try {
                note(day, pool.use("The partition of " + day + " could not be made",
                        connection -> ensured(connection, day)));
            } catch (StoreException e) {
                pause(day);
                LOG.warn("{} Its rows are kept in the default partition until then.", e.getMessage());
            }
        }
    }

    /// By the server's clock the day may not be near yet, or no longer.
    private void note(LocalDate day, boolean made) {
        if (made) {
            known.add(day);
            paused.remove(day);
        } else {
            pause(day);
        }
    }

    private void pause(LocalDate day) {
        paused.put(day, clock.instant().plus(PAUSE));
    }

    private boolean isPaused(LocalDate day) {
        Instant until = paused.get(day);
        return until != null && clock.instant().isBefore(until);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean ensured(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement = Sql.ENSURE_DAY.prepare(connection)) {
            statement.setObject(1, day);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Set<LocalDate> existing(Connection connection) throws SQLException {
        Set<LocalDate> days = new HashSet<>();
        try (PreparedStatement statement = Sql.PARTITION_DAYS.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                days.add(row.getObject("day", LocalDate.class));
            }
        }
        return days;
    }
}

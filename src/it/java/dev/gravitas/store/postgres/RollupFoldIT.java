package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sums on their way into the rollups: soon, one fold at a time, and right at every moment on the way.
class RollupFoldIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @RegisterExtension
    static final OpenDatabase STORE = new OpenDatabase(NOW);

    private final TestDatabase server = STORE.server();
    private final PostgresDatabase database = STORE.database();

    @Test
    void foldsRowsOfOtherProgramsWithinSeconds() throws Exception {
        try (var staying = server.openToStay()) {
            SampleDay.fill(server, TODAY.minusDays(1));
            assertThat(staying.queries().storedRows().total()).isEqualTo(SampleDay.ROWS);
            assertThat(deltas()).isPositive();

            await().atMost(Duration.ofSeconds(15)).until(() -> deltas() == 0);
        }
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void foldsAtTheEndOfABriefOpening() throws Exception {
        try (var brief = server.open()) {
            brief.writer()
                    .write(new EventBatch(UUID.randomUUID(),
                            List.of(new TelemetryEvent("X", "m", 1.0, null, null, NOW))));
            assertThat(deltas()).isPositive();
        }
        assertThat(deltas()).isZero();
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void letsOneConsoleFoldAtATime() throws Exception {
        SampleDay.fill(server, TODAY.minusDays(1));
        try (Connection other = server.connect(); var console = new KeepingConsole(server, Clock.systemUTC())) {
            other.setAutoCommit(false);
            new PlainSql(other).run("SELECT telemetry_fold()");

            assertThat(console.fold.fold()).isNull();
            assertThat(database.queries().storedRows().total()).isEqualTo(SampleDay.ROWS);

            other.commit();
            assertThat(console.fold.fold()).isZero();
        }
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void hasOneFoldAheadHoweverManyRowsComeAndHoweverOftenItLooks() throws Exception {
        try (var timers = new HeldTimers();
                var pool = ConnectionPool.forUpkeep(server::login, false, Executors.defaultThreadFactory());
                var fold = new RollupFold(pool, timers)) {
            fold.start();
            for (int second = 0; second < 3; second++) {
                fold.noteWritten();
                timers.regularly.forEach(Runnable::run);
            }
            assertThat(timers.once).hasSize(1);

            SampleDay.fill(server, TODAY.minusDays(1));
            timers.once.getFirst().run();
            assertThat(deltas()).isZero();

            fold.noteWritten();
            assertThat(timers.once).hasSize(2);
        }
    }

    @Test
    void leavesEverythingAsItWasWhenAFoldDies() throws Exception {
        SampleDay.fill(server, TODAY.minusDays(1));
        long before = deltas();
        try (Connection dying = server.connect()) {
            dying.setAutoCommit(false);
            new PlainSql(dying).run("SELECT telemetry_fold()");
            assertThat(server.one("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' LIMIT 1"))
                    .isEqualTo(true);
        } catch (SQLException e) {
            // Its session is gone.
        }
        await().until(() -> server.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0);

        assertThat(deltas()).isEqualTo(before);
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void countsRowsOfATransactionThatOutlivesTheFold() throws Exception {
        try (Connection slow = server.connect()) {
            slow.setAutoCommit(false);
            new PlainSql(slow).run("INSERT INTO system_telemetry (event_type) VALUES ('X')");
            SampleDay.fill(server, TODAY.minusDays(1));
            server.one("SELECT telemetry_fold()");
            assertThat(database.queries().storedRows().total()).isEqualTo(SampleDay.ROWS);

            slow.commit();
        }
        assertThat(database.queries().storedRows().total()).isEqualTo(SampleDay.ROWS + 1L);
        server.one("SELECT telemetry_fold()");
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void isRightAtEveryMomentWhileWritersAndFoldsRun() throws Exception {
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> fold = () -> fold(going);
            var others = List.of(threads.submit(() -> write(going, 1)), threads.submit(() -> write(going, 2)),
                    threads.submit(fold), threads.submit(fold));
            try {
                compareManyMoments(60);
            } finally {
                going.set(false);
            }
            for (var done : others) {
                done.get();
            }
        }
        assertThat(STORE.differences()).isEmpty();
    }

    /// In one view of the data each time.
    private void compareManyMoments(int moments) throws Exception {
        try (Connection view = server.connect()) {
            view.setAutoCommit(false);
            view.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (int moment = 0; moment < moments; moment++) {
                Differences differences = new Differences();
                var naive = new NaiveFigures(RawRows.read(view));
                new RollupCheck(differences, naive).compare(view);
                assertThat(differences.found()).isEmpty();
                assertThat(storedRows(view)).isEqualTo(naive.rows().size());
                view.rollback();
            }
        }
    }

    private static long storedRows(Connection view) throws SQLException {
        try (PreparedStatement statement = Sql.STORED_ROWS.prepare(view); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong("total");
        }
    }

    private boolean write(AtomicBoolean going, long seed) throws Exception {
        var random = new Random(seed);
        var rows = new RandomRows(random, NOW);
        try (Connection session = server.connect()) {
            for (int batch = 0; going.get() && batch < 120; batch++) {
                new PlainSql(session).insert("system_telemetry", PlainSql.SIX, rows.plain(1 + random.nextInt(8)));
            }
        }
        return true;
    }

    private boolean fold(AtomicBoolean going) {
        while (going.get()) {
            server.one("SELECT telemetry_fold() IS NULL");
        }
        return true;
    }

    private long deltas() {
        return server.count("SELECT count(*) FROM telemetry_delta");
    }
}

package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.StoreException;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// The nightly comparison of sums with rows: what UPDATE and DELETE by hand leave behind, of which no trigger hears.
class ReconciliationIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = TODAY.minusDays(2);
    private static final LocalDate OTHER = TODAY.minusDays(5);

    private static TestDatabase server;
    private static PostgresDatabase database;

    private final TestClock clock = new TestClock(NOW);
    private KeepingConsole keeper;

    @BeforeAll
    static void start() throws StoreException {
        server = new TestDatabase();
        database = server.open(server::login, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fill() {
        server.sql("TRUNCATE system_telemetry, telemetry_upkeep");
        server.one("SELECT telemetry_ensure_day('" + DAY + "')");
        SampleDay.fill(server, DAY);
        SampleDay.fill(server, OTHER);
        server.one("SELECT telemetry_fold()");
        keeper = new KeepingConsole(server, clock);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM system_telemetry WHERE value = 7 AND ",
            "UPDATE system_telemetry SET status = 'failed' WHERE value = 7 AND ",
            "UPDATE system_telemetry SET component = NULL WHERE value = 7 AND ",
            "UPDATE system_telemetry SET metadata = metadata || '{\"inference_time_ms\": 1.5}' WHERE value = 7 AND ",
            "UPDATE system_telemetry SET metadata = metadata || '{\"ttft_ms\": 5000}' WHERE value = 7 AND ",
            "UPDATE system_telemetry SET metadata = metadata || '{\"decode_ms\": 0}' WHERE value = 7 AND ",
            "UPDATE system_telemetry SET metadata = metadata || '{\"source\": \"hand\"}' WHERE value = 7 AND ",
            "UPDATE system_telemetry SET metadata = '{\"used\": 1}' WHERE value = 1007 AND ",
            "UPDATE system_telemetry SET \"timestamp\" = \"timestamp\" + interval '1 hour' WHERE value = 7 AND "})
    void repairsAndNamesADayThatSomeoneEdited(String statement) throws Exception {
        server.sql(statement + "\"timestamp\" >= '" + DAY + " 00:00Z'");

        assertThat(keeper.reconciliation.run().repaired()).containsExactly(startOf(DAY));
        assertThat(differences()).isEmpty();
    }

    @Test
    void repairsBothDaysWhenARowWasMovedToAnother() throws Exception {
        server.sql("UPDATE system_telemetry SET \"timestamp\" = \"timestamp\" - interval '3 days' WHERE value = 7 AND"
                + " \"timestamp\" >= '" + DAY + " 00:00Z'");

        assertThat(keeper.reconciliation.run().repaired()).containsExactly(startOf(OTHER), startOf(DAY));
        assertThat(differences()).isEmpty();
    }

    @Test
    void leavesTheSumsOfOtherDaysAsTheyLie() throws StoreException {
        String places = "SELECT string_agg(ctid || ' ' || xmin, ',' ORDER BY ctid) FROM telemetry_rollup WHERE bucket < '"
                + DAY + " 00:00Z'";
        Object before = server.one(places);
        server.sql("DELETE FROM system_telemetry WHERE value = 7 AND \"timestamp\" >= '" + DAY + " 00:00Z'");

        keeper.reconciliation.run();

        assertThat(server.one(places)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1850-03-01 12:00Z", "-infinity", "2150-01-01 00:00Z", "infinity", "2099-12-31 23:59Z"})
    void repairsDaysOfBrokenClocksToo(String time) throws Exception {
        String row = "INSERT INTO system_telemetry (event_type, \"timestamp\") VALUES ('X', '" + time + "')";
        server.sql(row);
        server.sql(row);
        server.one("SELECT telemetry_fold()");
        server.sql("DELETE FROM system_telemetry_default WHERE ctid = (SELECT min(ctid) FROM system_telemetry_default"
                + " WHERE event_type = 'X')");

        assertThat(keeper.reconciliation.run().repaired()).hasSize(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void findsRowsOfWhichNoSumIsLeftAtAll() throws Exception {
        server.sql("DELETE FROM telemetry_rollup WHERE bucket < '" + DAY + " 00:00Z'");
        server.sql("DELETE FROM telemetry_rollup_day WHERE bucket < '" + DAY + " 00:00Z'");

        assertThat(keeper.reconciliation.run().repaired()).containsExactly(startOf(OTHER));
        assertThat(differences()).isEmpty();
    }

    @Test
    void neitherLosesNorDoublesRowsThatComeMeanwhile() throws Exception {
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var others = List.of(threads.submit(() -> write(going, 1)), threads.submit(() -> write(going, 2)),
                    threads.submit(() -> fold(going)));
            try {
                editAndReconcile(6);
            } finally {
                going.set(false);
            }
            for (var done : others) {
                done.get();
            }
        }
        assertThat(differences()).isEmpty();
        assertThat(keeper.reconciliation.run().repaired()).isEmpty();
    }

    private void editAndReconcile(int rounds) throws StoreException {
        for (int round = 0; round < rounds; round++) {
            server.sql("DELETE FROM system_telemetry WHERE value = " + (round + 21));
            var result = keeper.reconciliation.run();
            assertThat(result.repaired()).contains(startOf(DAY), startOf(OTHER));
            assertThat(result.busy()).isZero();
        }
    }

    private static boolean write(AtomicBoolean going, long seed) throws Exception {
        var random = new Random(seed);
        var rows = new RandomRows(random, NOW);
        try (Connection session = server.connect()) {
            while (going.get()) {
                LocalDate day = random.nextBoolean() ? DAY : OTHER;
                new PlainSql(session).insert("system_telemetry", PlainSql.SIX,
                        rows.plain(1 + random.nextInt(20), () -> rows.times().of(day).toString()));
            }
        }
        return true;
    }

    private static boolean fold(AtomicBoolean going) {
        while (going.get()) {
            server.one("SELECT telemetry_fold() IS NULL");
        }
        return true;
    }

    @Test
    void runsOnceADayAndNotesWhatItRepaired() throws Exception {
        server.sql("DELETE FROM system_telemetry WHERE value = 7 AND \"timestamp\" >= '" + DAY + " 00:00Z'");

        keeper.upkeep.run();
        assertThat(keeper.noted(UpkeepLog.RECONCILE)).contains("1 differed").contains(DAY.toString());

        server.sql("DELETE FROM system_telemetry WHERE value = 8 AND \"timestamp\" >= '" + DAY + " 00:00Z'");
        clock.advance(Duration.ofHours(23));
        keeper.upkeep.run();
        assertThat(differences()).isNotEmpty();

        clock.advance(Duration.ofMinutes(61));
        keeper.upkeep.run();
        assertThat(differences()).isEmpty();
        assertThat(keeper.noted(UpkeepLog.RECONCILE)).contains("1 differed");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<String> differences() throws Exception {
        try (Connection connection = server.connect()) {
            return new FigureCheck(connection, database.queries(), NOW).differences();
        }
    }
}

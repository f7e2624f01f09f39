package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whole days are forgotten, rows and sums, and nothing else is; recording goes on meanwhile.
class RetentionIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @RegisterExtension
    static final OpenDatabase STORE = new OpenDatabase(NOW);

    private final TestDatabase server = STORE.server();
    private final PostgresDatabase database = STORE.database();

    @Test
    void dropsWholeDaysWithAllThatIsKnownOfThem() throws Exception {
        for (int back : new int[]{3, 4, 5, 80}) {
            SampleDay.fill(server, TODAY.minusDays(back));
        }
        assertThat(server.one("SELECT telemetry_ensure_day('" + TODAY.minusDays(4) + "')")).isEqualTo(true);
        server.one("SELECT telemetry_fold()");
        SampleDay.fill(server, TODAY.minusDays(4));

        var pruned = database.retention().prune(startOf(TODAY.minusDays(3)).plusSeconds(3600));

        assertThat(pruned.rows()).isEqualTo(4L * SampleDay.ROWS);
        assertThat(server.one("SELECT to_regclass('" + RandomWrites.name(TODAY.minusDays(4)) + "')")).isNull();
        assertThat(days("system_telemetry", "\"timestamp\"")).isEqualTo(1);
        assertThat(days("telemetry_rollup", "bucket")).isEqualTo(1);
        assertThat(days("telemetry_rollup_day", "bucket")).isEqualTo(1);
        assertThat(server.count("SELECT count(*) FROM telemetry_delta")).isZero();
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void forgetsTheSeriesOfWhichNothingIsLeft() throws Exception {
        for (int back : new int[]{3, 4}) {
            for (String digest : new String[]{"of both", "of day " + back}) {
                server.sql("INSERT INTO system_telemetry (event_type, component, metadata, \"timestamp\") VALUES "
                        + "('LOAD_LATENCY', 'm', '{\"digest\": \"" + digest + "\"}', '" + TODAY.minusDays(back)
                        + " 12:00Z')");
            }
        }
        server.one("SELECT telemetry_fold()");

        database.retention().prune(startOf(TODAY.minusDays(3)));

        assertThat(server.one("SELECT string_agg(digest, ',' ORDER BY digest) FROM telemetry_series "
                + "WHERE digest LIKE 'of %'")).isEqualTo("of both,of day 3");
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void leavesTheSumsOfOtherDaysAsTheyLie() throws StoreException {
        SampleDay.fill(server, TODAY.minusDays(3));
        SampleDay.fill(server, TODAY.minusDays(80));
        server.one("SELECT telemetry_fold()");
        String places = "SELECT string_agg(ctid || ' ' || xmin, ',' ORDER BY ctid) FROM telemetry_rollup WHERE bucket > '"
                + TODAY.minusDays(70) + "'";
        Object before = server.one(places);

        database.retention().prune(startOf(TODAY.minusDays(60)));

        assertThat(server.one(places)).isEqualTo(before);
    }

    @Test
    void dropsADayOnceItHasEndedAndNotAMomentEarlier() throws StoreException {
        SampleDay.fill(server, TODAY.minusDays(70));
        Instant end = startOf(TODAY.minusDays(69));

        assertThat(database.retention().prune(end.minus(1, ChronoUnit.MICROS)).rows()).isZero();
        assertThat(database.retention().prune(end).rows()).isEqualTo(SampleDay.ROWS);
    }

    @Test
    void forgetsRowsOfClocksThatWereNotSetAndKeepsThoseToCome() throws Exception {
        server.sql("""
                INSERT INTO system_telemetry (event_type, "timestamp") VALUES ('X', '1850-03-01'), ('X', '-infinity'),
                ('X', '1999-12-31 23:59:59.999999Z'), ('X', '2150-01-01'), ('X', 'infinity'), ('X', now())""");

        assertThat(database.retention().prune(Instant.parse("1999-12-31T00:00:00Z")).rows()).isZero();
        assertThat(database.retention().prune(NOW.minus(60, ChronoUnit.DAYS)).rows()).isEqualTo(3);
        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isEqualTo(3);
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void findsOldRowsOfWhichNoSumIsLeft() throws Exception {
        SampleDay.fill(server, TODAY.minusDays(80));
        server.sql("DELETE FROM telemetry_delta");

        database.retention().prune(NOW.minus(60, ChronoUnit.DAYS));

        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isZero();
    }

    @Test
    void letsRecordingGoOnWhileManyDaysAreDropped() throws Exception {
        for (int back = 20; back <= 40; back++) {
            SampleDay.fill(server, TODAY.minusDays(back));
            server.one("SELECT telemetry_ensure_day('" + TODAY.minusDays(back) + "')");
        }
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var writers = List.of(threads.submit(() -> record(going, 1)), threads.submit(() -> record(going, 2)));
            try {
                assertThat(database.retention().prune(startOf(TODAY.minusDays(19))).rows())
                        .isEqualTo(21L * SampleDay.ROWS);
            } finally {
                going.set(false);
            }
            long written = writers.get(0).get().rows() + writers.get(1).get().rows();
            assertThat(server.count("SELECT count(*) FROM system_telemetry")).isEqualTo(written);
        }
        assertThat(STORE.differences()).isEmpty();
    }

    @Test
    void waitsForAReaderInShortTurnsSoThatWritersAreNotHeldUp() throws Exception {
        SampleDay.fill(server, TODAY.minusDays(30));
        server.one("SELECT telemetry_ensure_day('" + TODAY.minusDays(30) + "')");
        var going = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(2); Connection reader = server.connect()) {
            reader.setAutoCommit(false);
            new PlainSql(reader).run("SELECT count(*) FROM system_telemetry");
            var writer = threads.submit(() -> record(going, 1));
            Future<Long> pruning = threads
                    .submit(() -> database.retention().prune(startOf(TODAY.minusDays(29))).rows());
            try {
                await().pollDelay(Duration.ofSeconds(2)).until(() -> !pruning.isDone());
                reader.rollback();
                assertThat(pruning.get()).isEqualTo(SampleDay.ROWS);
            } finally {
                going.set(false);
            }
            // One turn, and what a busy machine adds; without turns it would be the reader's two seconds.
            assertThat(writer.get().longest()).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(STORE.differences()).isEmpty();
    }

    /// What a writer did.
    private record Recorded(long rows, Duration longest) {}

    private Recorded record(AtomicBoolean going, long seed) throws StoreException {
        var rows = new RandomRows(new Random(seed), NOW);
        long count = 0;
        long longest = 0;
        while (going.get()) {
            var events = rows.events(20)
                    .stream()
                    .filter(event -> event.timestamp().isAfter(startOf(TODAY.minusDays(2))))
                    .toList();
            long started = System.nanoTime();
            STORE.write(events);
            longest = Math.max(longest, System.nanoTime() - started);
            count += events.size();
        }
        return new Recorded(count, Duration.ofNanos(longest));
    }

    private long days(String table, String time) {
        return server.count("SELECT count(DISTINCT date_trunc('day', " + time + ", 'UTC')) FROM " + table);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

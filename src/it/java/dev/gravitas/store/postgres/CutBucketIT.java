package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Minutes of the bucket that a rolling window's start cuts: read instead of rows, and only while they are right.
class CutBucketIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = TODAY.minusDays(2);
    /// Cuts 10:00 to 10:15.
    private static final Instant FROM = DAY.atTime(10, 4, 30).toInstant(ZoneOffset.UTC);
    private static final EfficiencyQuery QUESTION = EfficiencyQuery.of(new TimeWindow(FROM, NOW));
    private static final String MADE = "SELECT telemetry_split_buckets('" + FROM.plus(Duration.ofHours(24)) + "')";

    @RegisterExtension
    static final OpenDatabase STORE = new OpenDatabase(NOW);

    private final TestDatabase server = STORE.server();
    private final PostgresDatabase database = STORE.database();

    @BeforeEach
    void fill() {
        SampleDay.fill(server, DAY);
        for (int minute = 0; minute < 15; minute++) {
            insert(FROM.plus(Duration.ofMinutes(minute)), 100 + minute);
        }
        server.one("SELECT telemetry_fold()");
        server.one(MADE);
    }

    @Test
    void readsMinutesInsteadOfRows() throws Exception {
        assertThat(differences()).isEmpty();

        server.sql("UPDATE telemetry_minute SET ms = ms * 2");
        assertThat(differences()).isNotEmpty();
    }

    @Test
    void readsRowsAgainOnceALateOneHasCome() throws Exception {
        insert(FROM.plus(Duration.ofMinutes(3)), 5000);
        assertThat(differences()).as("before the fold").isEmpty();

        server.one("SELECT telemetry_fold()");
        assertThat(differences()).as("after the fold").isEmpty();

        assertThat(server.count(MADE)).as("buckets made again").isEqualTo(1);
        assertThat(server.count(MADE)).isZero();
        assertThat(differences()).as("by the new minutes").isEmpty();
    }

    @Test
    void doesNotCountARowThatIsNotCommitted() throws Exception {
        try (Connection slow = server.connect()) {
            slow.setAutoCommit(false);
            new PlainSql(slow).run(insertion(FROM.plus(Duration.ofMinutes(3)), 5000));
            server.one(MADE);
            assertThat(differences()).isEmpty();
            slow.commit();
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void forgetsMinutesWithTheRows() throws Exception {
        server.sql("TRUNCATE system_telemetry");
        assertThat(minutes()).isZero();
        // As many rows as before, others.
        SampleDay.fill(server, DAY);
        for (int minute = 0; minute < 15; minute++) {
            insert(FROM.plus(Duration.ofMinutes(minute)), 700);
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void forgetsMinutesWithADayThatIsDropped() throws Exception {
        database.retention().prune(DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(minutes()).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void forgetsMinutesOfADayThatWasWrong() throws Exception {
        server.sql("UPDATE system_telemetry SET value = value * 2, metadata = metadata - 'inference_time_ms'");
        try (var keeper = new KeepingConsole(server, Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(keeper.reconciliation.run().repaired()).isNotEmpty();
        }
        assertThat(minutes()).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void keepsMinutesOfTheBucketsThatAreCutNext() {
        String later = MADE.replace(FROM.plus(Duration.ofHours(24)).toString(),
                FROM.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(15)).toString());
        assertThat(server.count(later)).as("the four after the next").isEqualTo(4);
        assertThat(server.count("SELECT count(*) FROM telemetry_split")).isEqualTo(8);
        assertThat(server.count("SELECT count(*) FROM telemetry_split WHERE bucket = '" + DAY + " 10:00Z'")).isZero();
    }

    @Test
    void makesMinutesWithinSecondsWhileAConsoleIsOpen() throws Exception {
        server.sql("TRUNCATE system_telemetry");
        // In the bucket that is cut next, which is the one cut now if a quarter of an hour ends while this runs.
        insert(Instant.now().minus(Duration.ofHours(24)).plus(Duration.ofMinutes(15)), 50);
        try (var staying = server.openToStay()) {
            assertThat(staying.queries().storedRows().total()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(15)).until(() -> minutes() == 1);
        }
    }

    private long minutes() {
        return server.count("SELECT count(*) FROM telemetry_minute");
    }

    private void insert(Instant time, double ms) {
        server.sql(insertion(time, ms));
    }

    private static String insertion(Instant time, double ms) {
        return """
                INSERT INTO system_telemetry (event_type, component, value, metadata, status, "timestamp")
                VALUES ('THOUGHT_LATENCY', 'm1', %1$s / 10,
                    '{"tokens_generated": 10, "inference_time_ms": %1$s, "ttft_ms": 12,
                     "definition": "inference"}', 'success', '%2$s')
                """.formatted(ms, time);
    }

    private List<String> differences() throws Exception {
        try (Connection connection = server.connect()) {
            return new FigureCheck(connection, database.queries(), NOW).differences(List.of(QUESTION));
        }
    }
}

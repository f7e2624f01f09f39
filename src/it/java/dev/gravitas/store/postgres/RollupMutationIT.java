package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Proof that the comparison of [RollupPropertyIT] can fail: it notices every sum that is lost, doubled or bent behind the
/// store's back, and so does the nightly comparison, which repairs it and names the day.
class RollupMutationIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final LocalDate BROKEN = TODAY.minusDays(2);

    private static TestDatabase server;
    private static PostgresDatabase database;
    private static KeepingConsole keeper;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        database = server.open(server::login, Clock.fixed(NOW, ZoneOffset.UTC));
        keeper = new KeepingConsole(server, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        keeper.close();
        server.close();
    }

    @BeforeEach
    void fill() {
        server.sql("TRUNCATE system_telemetry");
        SampleDay.fill(server, BROKEN);
        SampleDay.fill(server, TODAY.minusDays(3));
        server.one("SELECT telemetry_fold()");
        SampleDay.fill(server, BROKEN);
    }

    @Test
    void findsNothingWhereNothingIsBroken() throws Exception {
        assertThat(differences()).isEmpty();
        assertThat(keeper.reconciliation.run().repaired()).isEmpty();
    }

    @Test
    void noticesADeltaThatIsLost() throws Exception {
        server.sql("DELETE FROM telemetry_delta WHERE ctid = (SELECT min(ctid) FROM telemetry_delta)");

        assertNoticedAndRepaired();
    }

    @Test
    void noticesADeltaThatIsCountedTwice() throws Exception {
        server.sql("INSERT INTO telemetry_delta SELECT * FROM telemetry_delta"
                + " WHERE ctid = (SELECT min(ctid) FROM telemetry_delta)");

        assertNoticedAndRepaired();
    }

    @Test
    void noticesABatchThatIsStoredTwiceAndCountedOnce() throws Exception {
        server.sql("ALTER TABLE system_telemetry DISABLE TRIGGER telemetry_note_inserted");
        server.sql("INSERT INTO system_telemetry SELECT * FROM system_telemetry WHERE " + ofBrokenDay("\"timestamp\""));
        server.sql("ALTER TABLE system_telemetry ENABLE TRIGGER telemetry_note_inserted");

        assertNoticedAndRepaired();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "telemetry_rollup     | rows = rows + 1                | THOUGHT_LATENCY",
            "telemetry_rollup     | failed = failed + 1            | LOAD_LATENCY",
            "telemetry_rollup     | ms = ms * 1.000001             | THOUGHT_LATENCY",
            "telemetry_rollup     | prefill_ms = prefill_ms + 1    | THOUGHT_LATENCY",
            "telemetry_rollup     | decode_tokens = 1              | THOUGHT_LATENCY",
            "telemetry_rollup     | figure_max = figure_max + 1    | VRAM_CHECK",
            "telemetry_rollup     | used_sum = used_sum + 1        | VRAM_CHECK",
            "telemetry_rollup     | first_seen = first_seen - interval '1 second' | THOUGHT_LATENCY",
            "telemetry_rollup     | bins = decode('000100000001', 'hex') | THOUGHT_LATENCY",
            "telemetry_rollup     | ttft_bins = NULL               | THOUGHT_LATENCY",
            "telemetry_rollup_day | tokens = tokens - 1            | THOUGHT_LATENCY",
            "telemetry_rollup_day | figure_min = figure_min - 1    | VRAM_CHECK",
            "telemetry_rollup_day | ln_sum = ln_sum + 1            | LOAD_LATENCY",
            "telemetry_rollup_day | bins = NULL                    | LOAD_LATENCY"})
    void noticesASumThatIsBent(String table, String change, String eventType) throws Exception {
        server.one("SELECT telemetry_fold()");
        server.sql("UPDATE " + table + " SET " + change + " WHERE event_type = '" + eventType + "' AND "
                + ofBrokenDay("bucket"));

        assertNoticedAndRepaired();
    }

    @ParameterizedTest
    @CsvSource({"telemetry_rollup", "telemetry_rollup_day"})
    void noticesSumsThatAreLost(String table) throws Exception {
        server.sql("DELETE FROM " + table + " WHERE component = 'm1' AND " + ofBrokenDay("bucket"));

        assertNoticedAndRepaired();
    }

    private static void assertNoticedAndRepaired() throws Exception {
        assertThat(differences()).as("what the comparison in the tests says").isNotEmpty();

        assertThat(keeper.reconciliation.run().repaired()).as("what the nightly comparison repaired")
                .containsExactly(BROKEN.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(differences()).isEmpty();
        assertThat(keeper.reconciliation.run().repaired()).isEmpty();
    }

    /// Over the whole, and over quarters of the broken day, which are told by the buckets.
    private static List<String> differences() throws StoreException, SQLException {
        List<EfficiencyQuery> questions = new ArrayList<>();
        Instant start = BROKEN.atStartOfDay(ZoneOffset.UTC).toInstant();
        questions.add(EfficiencyQuery.of(new TimeWindow(start, NOW)));
        for (int hour = 0; hour < 24; hour += 6) {
            Instant from = start.plus(Duration.ofHours(hour));
            questions.add(EfficiencyQuery.of(new TimeWindow(from, from.plus(Duration.ofHours(6)))));
        }
        try (Connection connection = server.connect()) {
            return new FigureCheck(connection, database.queries(), NOW).differences(questions);
        }
    }

    private static String ofBrokenDay(String column) {
        return "%s >= '%s 00:00Z' AND %1$s < '%s 00:00Z'".formatted(column, BROKEN, BROKEN.plusDays(1));
    }
}

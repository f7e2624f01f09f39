package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;

/// Rows that other programs insert with plain SQL.
class PlainSqlIT {
    private static TestDatabase server;
    private static PostgresDatabase database;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        database = server.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.sql("TRUNCATE system_telemetry");
    }

    @Test
    void countsRowsHoweverFewColumnsTheyName() throws StoreException {
        server.sql("INSERT INTO system_telemetry (event_type) VALUES ('THOUGHT_LATENCY')");
        server.sql("INSERT INTO system_telemetry (event_type, component) VALUES ('THOUGHT_LATENCY', 'a')");
        server.sql("""
                INSERT INTO system_telemetry (event_type, component, value, metadata, status, "timestamp")
                VALUES ('THOUGHT_LATENCY', 'a', 12.5, '{"tokens_generated": 4}', NULL, now())""");

        EfficiencyRanking ranking = rank();
        assertThat(ranking.requests()).isEqualTo(1);
        assertThat(ranking.efficiencyScore()).isEqualTo(12.5);
        assertThat(ranking.notRanked()).isEqualTo(2);
        assertThat(ranking.models().getLast().component()).isEqualTo("(unnamed)");
        assertThat(database.queries().storedRows().total()).isEqualTo(3);
    }

    @Test
    void findsUnnamedRowsByTheNameThatIsShown() throws StoreException {
        server.sql("INSERT INTO system_telemetry (event_type) VALUES ('THOUGHT_LATENCY')");
        server.sql("INSERT INTO system_telemetry (event_type, component) VALUES ('THOUGHT_LATENCY', 'a')");

        var window = TimeWindow.last(Duration.ofHours(1), Instant.now());
        assertThat(database.queries().efficiency(EfficiencyQuery.of(window).ofComponent("(unnamed)")).notRanked())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"text\"", "[]", "[{\"tokens_generated\": 1}]", "{}",
            "{\"tokens_generated\": null, \"inference_time_ms\": null, \"ttft_ms\": null, \"definition\": null}",
            "{\"tokens_generated\": {}, \"inference_time_ms\": [], \"ttft_ms\": true, \"definition\": 7}",
            "{\"tokens_generated\": 1e400, \"inference_time_ms\": 1e-400, \"ttft_ms\": -1e400}",
            "{\"tokens_generated\": \"1e999\", \"inference_time_ms\": \"1e-999\", \"ttft_ms\": \"1e9999999999\"}",
            "{\"tokens_generated\": \"NaN\", \"inference_time_ms\": \"Infinity\", \"ttft_ms\": \"-inf\"}",
            "{\"tokens_generated\": \"\", \"inference_time_ms\": \" \", \"ttft_ms\": \"12abc\"}",
            "{\"tokens_generated\": \"1_000\", \"inference_time_ms\": \"0x10\", \"ttft_ms\": \"--1\"}",
            "{\"tokens_generated\": -5, \"inference_time_ms\": -1}", "{\"tokens_generated\": 0}"})
    void storesAnyMetadataAndCountsItAsNotRanked(String metadata) throws Exception {
        insert(1e308, metadata, "success");
        insert(1e-308, metadata, "success");

        EfficiencyRanking ranking = rank();
        assertThat(ranking.notRanked()).isEqualTo(2);
        assertThat(ranking.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "   | {\"tokens_generated\": 10, \"inference_time_ms\": 50}       | 5",
            "   | {\"tokens_generated\": \"10\", \"inference_time_ms\": \" 5e1 \"} | 5",
            "   | {\"tokens_generated\": 10, \"inference_time_ms\": 0}        | 0",
            "99 | {\"tokens_generated\": 10, \"inference_time_ms\": 50}       | 5",
            "7  | {\"tokens_generated\": 10}                                  | 7",
            "7  | {\"tokens_generated\": 10, \"inference_time_ms\": -1}       | 7",
            "7  | {\"tokens_generated\": 10, \"inference_time_ms\": \"soon\"} | 7",
            "0  | {\"tokens_generated\": 0.5}                                 | 0"})
    void readsNumbersHoweverTheyAreWritten(@Nullable Double value, String metadata, double score) throws Exception {
        insert(value, metadata, null);

        assertThat(rank().models().getFirst().efficiencyScore()).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "FAILED", "Failure", "timeout", "aborted", "cancelled", "no_tokens"})
    void countsFailedRowsButNeverAveragesThemIn(String status) throws Exception {
        insert(7.0, "{\"tokens_generated\": 10}", "success");
        insert(700.0, "{\"tokens_generated\": 10}", status);

        EfficiencyRanking ranking = rank();
        assertThat(ranking.efficiencyScore()).isEqualTo(7);
        assertThat(ranking.notRanked()).isEqualTo(1);
    }

    @Test
    void takesTheTimeThatARowTellsWhateverConsoleItNames() throws StoreException {
        server.sql(
                """
                        INSERT INTO system_telemetry (event_type, component, value, metadata, host)
                        VALUES ('THOUGHT_LATENCY', 'm', 99, '{"tokens_generated": 10, "inference_time_ms": 50}', 'some-host')""");

        assertThat(rank().efficiencyScore()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tokens_generated\": 10}", "{\"tokens_generated\": 10, \"inference_time_ms\": -1}"})
    void neverAveragesInATimeBelowZero(String metadata) throws Exception {
        insert(-7.0, metadata, "success");

        assertThat(rank().requests()).isZero();
        assertThat(rank().notRanked()).isEqualTo(1);
    }

    @Test
    void sumsNoTimesBelowZeroInThePartsOfARequest() throws Exception {
        insert(7.0, """
                {"tokens_generated": 10, "prefill_ms": -5, "decode_ms": -1, "prompt_tokens": 9}""", null);
        insert(7.0, """
                {"tokens_generated": 10, "prefill_ms": 5, "prompt_tokens": 9, "cached_prompt_tokens": 10}""", null);

        assertThat(server.one("SELECT sum(prefill_ms) FROM telemetry_live")).isEqualTo(5.0);
        assertThat(server.one("SELECT num_nulls(sum(prefill_tokens), sum(decode_ms), sum(decode_tokens))"
                + " FROM telemetry_live")).isEqualTo(3);
    }

    @Test
    void findsRowsByNamesThatAreTooLongForAnIndex() throws StoreException {
        String name = "m".repeat(5000);
        server.sql("INSERT INTO system_telemetry (event_type, component, host) VALUES ('THOUGHT_LATENCY', '" + name
                + "', '" + name + "'), ('THOUGHT_LATENCY', 'a', '')");

        var all = EfficiencyQuery.of(TimeWindow.last(Duration.ofHours(1), Instant.now()));
        var found = database.queries().efficiency(all.ofComponent(name).ofHost(name));
        assertThat(found.notRanked()).isEqualTo(1);
        var shown = found.models().getFirst().component();
        assertThat(database.queries().efficiency(all.ofComponent(shown)).notRanked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void refusesFiguresThatAreNoNumbersByNamedConstraint(String value) {
        assertThatThrownBy(() -> server
                .sql("INSERT INTO system_telemetry (event_type, value) VALUES ('X', '" + value + "')"))
                .hasMessageContaining("system_telemetry_value_finite");
    }

    @Test
    void takesRowsOfAnyTimeWithoutAFailure() {
        server.sql("""
                INSERT INTO system_telemetry (event_type, "timestamp")
                VALUES ('X', 'infinity'), ('X', '-infinity'), ('X', '1970-01-01'), ('X', '4000-01-01')""");

        assertThat(server.count("SELECT count(*) FROM system_telemetry_default")).isEqualTo(4);
    }

    private static EfficiencyRanking rank() throws StoreException {
        return database.queries().efficiency(EfficiencyQuery.of(TimeWindow.last(Duration.ofHours(1), Instant.now())));
    }

    private static void insert(@Nullable Double value, String metadata, @Nullable String status) throws Exception {
        try (Connection connection = server.connect();
                PreparedStatement row = connection.prepareStatement("""
                        INSERT INTO system_telemetry (event_type, component, value, metadata, status)
                        VALUES ('THOUGHT_LATENCY', 'm', ?, ?::jsonb, ?)""")) {
            row.setObject(1, value, java.sql.Types.DOUBLE);
            row.setString(2, metadata);
            row.setString(3, status);
            row.executeUpdate();
        }
    }
}

package dev.gravitas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class DocumentsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @Test
    void rankingHasItsKeysInOrder() {
        var model = new ModelEfficiency(1, "qwen", Definition.E2E, 8.0, 120.5, new Quantiles(7, 9, 10), 3, 300, 1, 2,
                NOON.minusSeconds(60), NOON);
        var unranked = new ModelEfficiency(null, "silent", null, null, null, null, 0, 0, 4, 0, NOON, NOON);
        var ranking = new EfficiencyRanking(new TimeWindow(NOON.minusSeconds(3600), NOON), Definition.E2E,
                List.of(model, unranked), 8.0, 3, 300, 5,
                List.of(new EfficiencyRanking.LeftOut(Definition.INFERENCE, 2, 20)), NOON);
        assertThat(JsonText.compact(RankingDocument.of(ranking))).isEqualTo(oneLine("""
                {"generated_at":"2026-11-23T12:00:00Z",
                "window":{"from":"2026-11-23T11:00:00Z","to":"2026-11-23T12:00:00Z"},
                "definition":"e2e","efficiency_score":8.0,"requests":3,"tokens_generated":300,"not_ranked":5,
                "quantile_relative_error":0.015,
                "left_out":[{"definition":"inference","requests":2,"tokens_generated":20}],
                "models":[{"rank":1,"component":"qwen","definition":"e2e","efficiency_score":8.0,
                "tokens_per_second":125.0,"ttft_p50_ms":120.5,"p50":7.0,"p95":9.0,"p99":10.0,"requests":3,
                "tokens_generated":300,"not_ranked":1,"left_out":2,"first_seen":"2026-11-23T11:59:00Z",
                "last_seen":"2026-11-23T12:00:00Z"},
                {"rank":null,"component":"silent","definition":null,"efficiency_score":null,
                "tokens_per_second":null,"ttft_p50_ms":null,"p50":null,"p95":null,"p99":null,"requests":0,
                "tokens_generated":0,"not_ranked":4,"left_out":0,"first_seen":"2026-11-23T12:00:00Z",
                "last_seen":"2026-11-23T12:00:00Z"}]}"""));
    }

    @Test
    void sixtyDaysHaveNullsAndNotZerosWhereNothingHappened() {
        var empty = new DailyTrend(DAY.minusDays(1), null, null);
        var full = new DailyTrend(DAY, new DailyTrend.Figures(8, 3, 300, 7, 9),
                new LoadLatency(1, 0, 1, null, null, null));
        var trend = new ModelTrend("qwen", Definition.E2E, true, 8.0, 3, 300, new LoadLatency(3, 2, 1, 2.5, 2.0, 3.0),
                List.of(empty, full));
        var never = new ModelTrend("silent", null, false, null, 0, 0, null, List.of());
        var statistics = new SixtyDayStatistics(DAY.minusDays(59), DAY, Definition.E2E, List.of(trend, never), NOON);
        assertThat(JsonText.compact(SixtyDayDocument.of(statistics))).isEqualTo(oneLine("""
                {"generated_at":"2026-11-23T12:00:00Z","first_day":"2026-09-25","last_day":"2026-11-23",
                "definition":"e2e","model_trends":[
                {"component":"qwen","definition":"e2e","efficiency_score":8.0,"requests":3,"tokens_generated":300,
                "load_latency":{"loads":3,"timed":2,"failed":1,"mean_s":2.5,"p50_s":2.0,"p95_s":3.0},"daily":[
                {"date":"2026-11-22","efficiency_score":null,"requests":null,"tokens_generated":null,"p50":null,
                "p95":null,"load_latency":null},
                {"date":"2026-11-23","efficiency_score":8.0,"requests":3,"tokens_generated":300,"p50":7.0,"p95":9.0,
                "load_latency":{"loads":1,"timed":0,"failed":1,"mean_s":null,"p50_s":null,"p95_s":null}}]},
                {"component":"silent","definition":null,"efficiency_score":null,"requests":0,"tokens_generated":0,
                "load_latency":null,"daily":[]}]}"""));
    }

    @Test
    void footprintKeepsTheTelemetryTableFirst() {
        var footprint = new Footprint(List.of(Footprint.Table.counted("system_telemetry", 5, 100, 40),
                Footprint.Table.estimated("telemetry_rollup", 7L, 900, 10),
                Footprint.Table.estimated("a_small_one", 0L, 8, 0)), 5000,
                NOON.minusNanos(1000), NOON, NOON);
        assertThat(JsonText.compact(FootprintDocument.of(footprint))).isEqualTo(oneLine("""
                {"generated_at":"2026-11-23T12:00:00Z","table_sizes":[
                {"table_name":"system_telemetry","size_bytes":100},
                {"table_name":"telemetry_rollup","size_bytes":900},{"table_name":"a_small_one","size_bytes":8}],
                "row_counts":{"system_telemetry":5,"telemetry_rollup":7,"a_small_one":0},
                "estimated_row_counts":["telemetry_rollup","a_small_one"],
                "oldest_record":"2026-11-23T11:59:59.999999Z","newest_record":"2026-11-23T12:00:00Z",
                "database_size_bytes":5000}"""));
    }

    @Test
    void emptyFootprintHasNoRecords() {
        var footprint = new Footprint(List.of(Footprint.Table.counted("system_telemetry", 0, 100, 40)), 5000, null,
                null,
                NOON);
        assertThat(JsonText.compact(FootprintDocument.of(footprint)))
                .contains("\"oldest_record\":null,\"newest_record\":null");
    }

    @Test
    void statusTellsWhoRecordsAndWhere() {
        var database = new DatabaseStatus(DatabaseStatus.State.READY, "Ready.", "18.6", "embedded, socket /run/x");
        var spool = new SpoolStatus(3, 900, NOON, 1, new SpoolStatus.Damage(1, 2, 4_096));
        var logger = LoggerDocument.of(new LoggerCounters(20, 10, 3, 4, Map.of("queue_full", 7L),
                Map.of("spool_full", 1L, "refused_by_database", 2L)), spool);
        var status = StatusDocument.of(StatusDocument.Role.SERVE, database,
                new StatusDocument.Stored(new StoredRows(10, 9, 7, 2, NOON), 5000L,
                        List.of(new UpkeepRecord("prune", NOON, "Nothing."))),
                logger, List.of(new RecorderDocument(7, LoggerDocument.of(
                        new LoggerCounters(2, 1, 1, 0, Map.of(), Map.of()), SpoolStatus.EMPTY))),
                logger.spool(), "http://127.0.0.1:8417", Path.of("folder"), "0.1.0");
        assertThat(JsonText.compact(status)).isEqualTo(
                oneLine("""
                        {"state":"recording","role":"serve","rows_stored":10,"rows_thought":9,"rows_ranked":7,
                        "rows_not_ranked":2,"newest_record":"2026-11-23T12:00:00Z",
                        "database":{"state":"ready","detail":"Ready.","version":"18.6","size_bytes":5000,
                        "connection":"embedded, socket /run/x"},
                        "upkeep":[{"task":"prune","done_at":"2026-11-23T12:00:00Z","detail":"Nothing."}],
                        "logger":{"accepted":20,"stored":10,"spooled":3,"pending":4,
                        "dropped":{"refused_by_database":2,"spool_full":1},"refused":{"queue_full":7},
                        "spool":{"events":3,"bytes":900,"oldest":"2026-11-23T12:00:00Z","set_aside":1,
                        "damaged":{"files":1,"records":2,"bytes":4096}}},
                        "programs":[{"pid":7,"logger":{"accepted":2,"stored":1,"spooled":1,"pending":0,"dropped":{},"refused":{},
                        "spool":{"events":0,"bytes":0,"oldest":null,"set_aside":0,"damaged":{"files":0,"records":0,"bytes":0}}}}],
                        "spool":{"events":3,"bytes":900,"oldest":"2026-11-23T12:00:00Z","set_aside":1,
                        "damaged":{"files":1,"records":2,"bytes":4096}},"endpoint":{"url":"http://127.0.0.1:8417"},
                        "data_folder":"folder","version":"0.1.0"}"""));
    }

    @Test
    void statusOfALostDatabaseHasNoCounts() {
        var database = new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, "No answer.", null, "external, db:5432/g");
        var status = StatusDocument.of(StatusDocument.Role.WINDOW, database, null, null, List.of(), null, null,
                Path.of("f"),
                "0.1.0");
        assertThat(JsonText.compact(status)).isEqualTo(
                oneLine("""
                        {"state":"unavailable","role":"window","rows_stored":null,"rows_thought":null,"rows_ranked":null,
                        "rows_not_ranked":null,"newest_record":null,
                        "database":{"state":"unavailable","detail":"No answer.","version":null,"size_bytes":null,
                        "connection":"external, db:5432/g"},"upkeep":null,"logger":null,"programs":[],"spool":null,"endpoint":null,"data_folder":"f","version":"0.1.0"}"""));
    }

    @Test
    void statusIsIdleWhenNobodyRecords() {
        var database = new DatabaseStatus(DatabaseStatus.State.READY, "Ready.", "18.6", "embedded");
        assertThat(
                StatusDocument
                        .of(StatusDocument.Role.NONE, database, null, null, List.of(), null, null, Path.of("f"), "1")
                        .state())
                .isEqualTo("idle");
    }

    private static String oneLine(String text) {
        return text.replace("\n", "");
    }
}

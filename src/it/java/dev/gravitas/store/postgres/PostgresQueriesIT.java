package dev.gravitas.store.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.EfficiencyRanking.LeftOut;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.StoreException;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class PostgresQueriesIT {
    private static final Percentage EXACT = Percentage.withPercentage(1e-7);
    private static final Percentage BINNED = Percentage.withPercentage(100 * Quantiles.RELATIVE_ERROR + 1e-9);
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @RegisterExtension
    static final OpenDatabase STORE = new OpenDatabase(NOW);

    private final TestDatabase server = STORE.server();
    private final PostgresDatabase database = STORE.database();

    @Test
    void weighsEfficiencyByTokensExactly() throws StoreException {
        Random random = new Random(7);
        List<TelemetryEvent> events = new ArrayList<>();
        BigDecimal ms = BigDecimal.ZERO;
        long tokens = 0;
        for (int i = 0; i < 500; i++) {
            double time = Math.exp(random.nextGaussian() * 3 + 5);
            int count = 1 + random.nextInt(4000);
            ms = ms.add(new BigDecimal(time));
            tokens += count;
            events.add(thought("m", time, count, "e2e", NOW.minusSeconds(i)));
        }
        STORE.write(events);

        EfficiencyRanking ranking = rank(Duration.ofHours(1));
        double expected = ms.divide(BigDecimal.valueOf(tokens), MathContext.DECIMAL128).doubleValue();
        assertThat(ranking.models().getFirst().efficiencyScore()).isCloseTo(expected, EXACT);
        assertThat(ranking.efficiencyScore()).isCloseTo(expected, EXACT);
        assertThat(ranking.tokensGenerated()).isEqualTo(tokens);
        assertThat(ranking.requests()).isEqualTo(500);
    }

    @Test
    void givesNearestRankQuantilesOneVoteARequest() throws StoreException {
        List<TelemetryEvent> events = new ArrayList<>();
        for (int i = 1; i <= 21; i++) {
            // Ten times the tokens weigh nothing more here.
            int tokens = i % 2 == 0 ? 10 : 100;
            events.add(thought("m", i * tokens, tokens, "e2e", NOW.minusSeconds(i)));
        }
        STORE.write(events);

        Quantiles quantiles = requireNonNull(rank(Duration.ofHours(1)).models().getFirst().quantiles());
        assertThat(quantiles.p50()).isCloseTo(11, BINNED);
        assertThat(quantiles.p95()).isCloseTo(20, BINNED);
        assertThat(quantiles.p99()).isCloseTo(21, BINNED);
    }

    @Test
    void tellsTheMedianTimeToFirstTokenOfRankedRequestsOnly() throws StoreException {
        STORE.write(List.of(ttft("5", "success"), ttft("7", "success"), ttft("9", "success"), ttft("1", "error")));

        assertThat(rank(Duration.ofHours(1)).models().getFirst().ttftP50Ms()).isCloseTo(7, BINNED);
    }

    @Test
    void ranksOneDefinitionAtATime() throws StoreException {
        STORE.write(List.of(thought("a", 100, 10, "e2e", NOW), thought("a", 300, 100, "inference", NOW),
                thought("b", 50, 10, "decode", NOW)));

        EfficiencyRanking ranking = rank(Duration.ofHours(1));
        assertThat(ranking.definition()).isEqualTo(Definition.INFERENCE);
        assertThat(ranking.models()).extracting(ModelEfficiency::rank).containsExactly(1, null);
        assertThat(ranking.leftOut()).containsExactlyInAnyOrder(new LeftOut(Definition.E2E, 1, 10),
                new LeftOut(Definition.DECODE, 1, 10));
        assertThat(ranking.models().getLast().efficiencyScore()).isEqualTo(5);
    }

    @Test
    void looksAtTheWindowAndTheComponentAskedFor() throws StoreException {
        TimeWindow window = new TimeWindow(NOW.minusSeconds(100), NOW);
        STORE.write(List.of(thought("a", 1, 1, "e2e", NOW.minusSeconds(100)), thought("a", 1, 1, "e2e", NOW),
                thought("a", 1, 1, "e2e", NOW.minusSeconds(101)), thought("b", 1, 1, "e2e", NOW.minusSeconds(50))));

        assertThat(database.queries().efficiency(EfficiencyQuery.of(window)).requests()).isEqualTo(2);
        assertThat(database.queries().efficiency(EfficiencyQuery.of(window).ofComponent("a")).requests()).isEqualTo(1);
    }

    @Test
    void laysOutSixtyDaysWithGapsOpen() throws StoreException {
        Instant oldest = TODAY.minusDays(59).atStartOfDay(ZoneOffset.UTC).toInstant();
        STORE.write(List.of(thought("a", 30, 10, "e2e", oldest), thought("a", 50, 10, "e2e", oldest.plusSeconds(1)),
                thought("a", 10, 10, "e2e", NOW), thought("a", 999, 1, "e2e", oldest.minusSeconds(1))));

        var statistics = database.queries().sixtyDays();
        ModelTrend trend = statistics.trends().getFirst();
        assertThat(statistics.lastDay()).isEqualTo(TODAY);
        assertThat(trend.daily()).hasSize(60);
        DailyTrend.Figures first = requireNonNull(trend.daily().getFirst().figures());
        assertThat(first).isEqualTo(new DailyTrend.Figures(4, 2, 20, first.p50(), first.p95()));
        assertThat(first.p50()).isCloseTo(3, BINNED);
        assertThat(first.p95()).isCloseTo(5, BINNED);
        assertThat(trend.daily().subList(1, 59)).allSatisfy(day -> {
            assertThat(day.figures()).isNull();
            assertThat(day.loadLatency()).isNull();
        });
        assertThat(trend.efficiencyScore()).isCloseTo(3.0, within(1e-12));
    }

    @Test
    void countsFailedLoadsButTimesOnlyTheOthers() throws StoreException {
        STORE.write(List.of(load(2.0, "success"), load(4.0, null), load(9.0, "success"), load(500.0, "error"),
                load(null, "success")));

        ModelTrend trend = database.queries().sixtyDays().trends().getFirst();
        LoadLatency latency = requireNonNull(trend.loadLatency());
        assertThat(latency).isEqualTo(new LoadLatency(4, 3, 1, 5.0, latency.p50Seconds(), latency.p95Seconds()));
        assertThat(latency.p50Seconds()).isCloseTo(4.0, BINNED);
        assertThat(latency.p95Seconds()).isCloseTo(9.0, BINNED);
        assertThat(trend.daily().getLast().loadLatency()).isEqualTo(latency);
        assertThat(trend.ranked()).isFalse();
    }

    @Test
    void tellsTrendsInWholeSlicesWithGapsOpen() throws StoreException {
        Instant hour = NOW.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(20));
        STORE.write(List.of(thought("a", 30, 10, "e2e", hour), thought("a", 100, 20, "e2e", hour.plusSeconds(3_599)),
                thought("a", 7, 1, "e2e", hour.plusSeconds(7_200)), thought("a", 9, 1, "e2e", hour.minusSeconds(1))));

        WindowTrends trends = database.queries()
                .trends(new TimeWindow(hour.plusSeconds(60), hour.plusSeconds(7_300)), SliceWidth.HOUR);
        assertThat(trends.window()).isEqualTo(new TimeWindow(hour, hour.plusSeconds(10_800)));
        WindowTrends.Line line = trends.lines().getFirst();
        assertThat(line.slices()).extracting(WindowTrends.Slice::from)
                .containsExactly(hour, hour.plusSeconds(3_600), hour.plusSeconds(7_200));
        DailyTrend.Figures first = requireNonNull(line.slices().getFirst().figures());
        assertThat(first.efficiencyScore()).isCloseTo(130.0 / 30, EXACT);
        assertThat(first.requests()).isEqualTo(2);
        assertThat(line.slices().get(1).figures()).isNull();
        assertThat(line.efficiencyScore()).isCloseTo(137.0 / 31, EXACT);
    }

    @Test
    void listsTheLoadsOfAWindowOldestFirst() throws StoreException {
        STORE.write(List.of(load(2.0, "success"), load(9.0, "error"),
                new TelemetryEvent("LOAD_LATENCY", "n", 3.0, null, "success", NOW.minusSeconds(7_000))));

        assertThat(database.queries().loads(TimeWindow.last(Duration.ofHours(2), NOW)))
                .extracting(VramRecord.Load::model, VramRecord.Load::seconds)
                .containsExactly(tuple("n", 3.0), tuple("m", 2.0));
        assertThat(database.queries().loads(TimeWindow.last(Duration.ofHours(1), NOW))).hasSize(1);
    }

    @Test
    void countsStoredRowsBesideEachOther() throws StoreException {
        STORE.write(List.of(thought("a", 1, 1, "e2e", NOW), thought("a", 1, 0, "e2e", NOW), load(1.0, null)));

        StoredRows rows = database.queries().storedRows();
        assertThat(rows).extracting(StoredRows::total, StoredRows::thought, StoredRows::ranked, StoredRows::notRanked)
                .containsExactly(3L, 2L, 1L, 1L);
    }

    @Test
    void measuresTheFootprintOverTheWholePartitionTree() throws StoreException {
        STORE.write(List.of(thought("a", 1, 1, "e2e", NOW), thought("a", 1, 1, "e2e", NOW.minus(Duration.ofDays(30)))));

        Footprint footprint = database.queries().footprint();
        assertThat(footprint.telemetry().sizeBytes()).isEqualTo(server.count(
                "SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('system_telemetry')"));
        assertThat(footprint.telemetry().indexBytes()).isEqualTo(server
                .count("SELECT sum(pg_indexes_size(relid))::bigint FROM pg_partition_tree('system_telemetry')"));
        assertThat(footprint.telemetry().rows()).isEqualTo(2);
        assertThat(footprint.databaseBytes()).isEqualTo(server.count("SELECT pg_database_size(current_database())"));
        assertThat(footprint.oldestRecord()).isEqualTo(CopyRows.stored(NOW.minus(Duration.ofDays(30))));
        assertThat(footprint.newestRecord()).isEqualTo(CopyRows.stored(NOW));
    }

    @Test
    void listsEveryTableOfTheSchemaLargestFirst() throws StoreException {
        Footprint footprint = database.queries().footprint();

        assertThat(footprint.tables().getFirst().name()).isEqualTo("system_telemetry");
        assertThat(footprint.tables()).hasSize((int) server.count("""
                SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace
                AND relkind IN ('r', 'p') AND NOT relispartition"""));
        assertThat(footprint.tables().subList(1, footprint.tables().size()))
                .extracting(Footprint.Table::sizeBytes)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void hasNothingToTellOfAnEmptyTable() throws StoreException {
        assertThat(rank(Duration.ofDays(60)).models()).isEmpty();
        assertThat(database.queries().sixtyDays().trends()).isEmpty();
        assertThat(database.queries().footprint().oldestRecord()).isNull();
        assertThat(database.queries().storedRows().newest()).isNull();
    }

    private EfficiencyRanking rank(Duration length) throws StoreException {
        return database.queries().efficiency(EfficiencyQuery.of(TimeWindow.last(length, NOW)));
    }

    private static TelemetryEvent thought(String model, double ms, int tokens, String definition, Instant time) {
        String metadata = "{\"tokens_generated\": %d, \"inference_time_ms\": %s, \"definition\": \"%s\"}"
                .formatted(tokens, ms, definition);
        return new TelemetryEvent("THOUGHT_LATENCY", model, null, metadata, "success", time);
    }

    private static TelemetryEvent ttft(String ms, String status) {
        String metadata = "{\"tokens_generated\": 1, \"inference_time_ms\": 1, \"ttft_ms\": " + ms + "}";
        return new TelemetryEvent("THOUGHT_LATENCY", "m", null, metadata, status, NOW);
    }

    private static TelemetryEvent load(@Nullable Double seconds,
            @Nullable String status) {
        return new TelemetryEvent("LOAD_LATENCY", "m", seconds, null, status, NOW);
    }
}

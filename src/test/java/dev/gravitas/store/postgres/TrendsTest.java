package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

class TrendsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Instant START = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LoadLatency LOAD = new LoadLatency(1, 1, 0, 2.0, 2.0, 2.0);

    @Test
    void spansExactlySixtyDaysWithGapsLeftOpen() {
        var statistics = trends(List.of(group("a", Definition.E2E, TODAY, 1, 10, 5)), List.of());
        List<DailyTrend> daily = statistics.trends().getFirst().daily();

        assertThat(statistics.firstDay()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(daily).hasSize(60);
        assertThat(daily.getFirst().date()).isEqualTo(statistics.firstDay());
        assertThat(daily.getLast().date()).isEqualTo(TODAY);
        assertThat(daily.subList(0, 59)).allSatisfy(day -> assertThat(day.figures()).isNull());
        assertThat(daily.getLast().figures()).isEqualTo(new Figures(2, 1, 5, 1, 2));
    }

    @Test
    void weighsDaysByTheirTokens() {
        var statistics = trends(List.of(group("a", Definition.E2E, TODAY, 1, 10, 10),
                group("a", Definition.E2E, TODAY.minusDays(1), 3, 90, 30)), List.of());

        ModelTrend trend = statistics.trends().getFirst();
        assertThat(trend.efficiencyScore()).isEqualTo(2.5);
        assertThat(trend.requests()).isEqualTo(4);
        assertThat(trend.tokensGenerated()).isEqualTo(40);
    }

    @Test
    void putsRankedModelsByEfficiencyBeforeTheOthersByName() {
        var statistics = trends(List.of(group("slow", Definition.E2E, TODAY, 1, 90, 90),
                group("fast", Definition.E2E, TODAY, 1, 10, 90), group("z", Definition.DECODE, TODAY, 1, 1, 90),
                group("broken", Definition.E2E, TODAY, 0, 0, 0)), List.of(new LoadGroup("loads", null, LOAD)));

        assertThat(statistics.definition()).isEqualTo(Definition.E2E);
        assertThat(statistics.trends()).extracting(ModelTrend::component)
                .containsExactly("fast", "slow", "broken",
                        "loads", "z");
        assertThat(statistics.trends()).extracting(ModelTrend::ranked).containsExactly(true, true, false, false, false);
        assertThat(statistics.trends().get(2).efficiencyScore()).isNull();
        assertThat(statistics.trends().getLast().efficiencyScore()).isEqualTo(1.0 / 90);
    }

    @Test
    void showsLoadsBesideTheFigures() {
        var statistics = trends(List.of(), List.of(new LoadGroup("a", null, LOAD), new LoadGroup("a", START, LOAD)));

        ModelTrend trend = statistics.trends().getFirst();
        assertThat(trend.loadLatency()).isEqualTo(LOAD);
        assertThat(trend.daily().getLast().loadLatency()).isEqualTo(LOAD);
        assertThat(trend.daily().getFirst().loadLatency()).isNull();
    }

    private static SixtyDayStatistics trends(List<TrendGroup> requests, List<LoadGroup> loads) {
        return Trends.daily(Trends.of(Trends.sixtyDays(TODAY), SliceWidth.DAY, requests, loads, NOW));
    }

    private static TrendGroup group(String component, Definition definition, LocalDate day, long requests, double ms,
            double tokens) {
        @Nullable
        Figures figures = requests == 0
                ? null
                : new Figures(ms / tokens, requests, Math.round(tokens), 1, 2);
        return new TrendGroup(component, definition, day.atStartOfDay(ZoneOffset.UTC).toInstant(), requests, ms, tokens,
                figures);
    }
}

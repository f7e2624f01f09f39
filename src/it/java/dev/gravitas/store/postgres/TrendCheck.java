package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// Compares the 60-day statistics with the rows.
final class TrendCheck {
    private final Differences differences;
    private final NaiveFigures naive;

    TrendCheck(Differences differences, NaiveFigures naive) {
        this.differences = differences;
        this.naive = naive;
    }

    void compare(LocalDate today, SixtyDayStatistics statistics) {
        List<RawRow> rows = naive.between(today.minusDays(59), today);
        var requests = rows.stream().filter(RawRow::isRequest).toList();
        @Nullable
        Definition common = NaiveFigures.mostTokens(NaiveFigures.byDefinition(requests), statistics.definition());
        differences.same("60 days: last day", today, statistics.lastDay());
        differences.same("60 days: definition", common, statistics.definition());
        var models = NaiveFigures.byModel(rows);
        differences.same("60 days: models", List.copyOf(models.keySet()),
                statistics.trends().stream().map(ModelTrend::component).sorted().toList());
        for (ModelTrend trend : statistics.trends()) {
            var model = models.get(trend.component());
            if (model != null) {
                model(common, model.rows(), trend);
            }
        }
    }

    private void model(@Nullable Definition common, List<RawRow> rows, ModelTrend trend) {
        String name = "60 days of " + trend.component() + ": ";
        var requests = rows.stream().filter(RawRow::isRequest).toList();
        @Nullable
        Definition own = NaiveFigures.ofModel(NaiveFigures.byDefinition(requests), common, trend.definition());
        differences.same(name + "definition", own, trend.definition());
        differences.same(name + "is ranked", own != null && own == common, trend.ranked());
        var used = requests.stream().filter(row -> row.isRanked() && row.definition() == own).toList();
        var sum = new NaiveGroup(used);
        differences.same(name + "requests", sum.requests(), trend.requests());
        differences.count(name + "tokens", sum.tokens(), trend.tokensGenerated());
        differences.sum(name + "score", sum.score(), trend.efficiencyScore());
        loads(name, rows, trend.loadLatency());
        differences.same(name + "days", 60, trend.daily().size());
        for (DailyTrend day : trend.daily()) {
            Predicate<RawRow> ofDay = row -> NaiveFigures.day(row).equals(day.date());
            figures(name + day.date() + " ", used.stream().filter(ofDay).toList(), day.figures());
            loads(name + day.date() + " ", rows.stream().filter(ofDay).toList(), day.loadLatency());
        }
    }

    private void figures(String name, List<RawRow> used, DailyTrend.@Nullable Figures figures) {
        differences.same(name + "has figures", !used.isEmpty(), figures != null);
        if (figures == null) {
            return;
        }
        var group = new NaiveGroup(used);
        differences.same(name + "requests", group.requests(), figures.requests());
        differences.count(name + "tokens", group.tokens(), figures.tokensGenerated());
        differences.sum(name + "score", group.score(), figures.efficiencyScore());
        differences.quantile(name + "p50", group.quantile(50, RawRow::figure), figures.p50());
        differences.quantile(name + "p95", group.quantile(95, RawRow::figure), figures.p95());
    }

    private void loads(String name, List<RawRow> rows, @Nullable LoadLatency latency) {
        var loads = NaiveGroup.of(rows.stream().filter(RawRow::isLoad));
        differences.same(name + "has loads", !loads.rows().isEmpty(), latency != null);
        if (latency == null) {
            return;
        }
        long timed = loads.count(RawRow::figure);
        differences.same(name + "loads", loads.rows().size() - loads.failed(), latency.loads());
        differences.same(name + "failed loads", loads.failed(), latency.failed());
        differences.sum(name + "mean load", timed == 0 ? null : loads.sum(RawRow::figure) / timed,
                latency.meanSeconds());
        differences.quantile(name + "load p50", loads.quantile(50, RawRow::figure), latency.p50Seconds());
        differences.quantile(name + "load p95", loads.quantile(95, RawRow::figure), latency.p95Seconds());
    }
}

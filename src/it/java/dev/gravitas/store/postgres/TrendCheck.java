package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Compares trends with the rows: those of 60 days, and those of any window in slices.
final class TrendCheck {
    private final Differences differences;
    private final NaiveFigures naive;

    TrendCheck(Differences differences, NaiveFigures naive) {
        this.differences = differences;
        this.naive = naive;
    }

    void compare(LocalDate today, SixtyDayStatistics statistics) {
        differences.same("60 days: last day", today, statistics.lastDay());
        for (ModelTrend trend : statistics.trends()) {
            differences.same("60 days of " + trend.component(), 60, trend.daily().size());
        }
        compare("60 days", WindowTrends.of(statistics));
    }

    void compare(String what, WindowTrends trends) {
        List<RawRow> rows = naive.within(trends.window());
        var requests = rows.stream().filter(RawRow::isRequest).toList();
        @Nullable
        Definition common = NaiveFigures.mostTokens(NaiveFigures.byDefinition(requests), trends.definition());
        differences.same(what + ": definition", common, trends.definition());
        var models = NaiveFigures.byModel(rows);
        differences.same(what + ": models", List.copyOf(models.keySet()),
                trends.lines().stream().map(WindowTrends.Line::component).sorted().toList());
        for (WindowTrends.Line line : trends.lines()) {
            var model = models.get(line.component());
            if (model != null) {
                model(what, common, model.rows(), trends.width().length(), line);
            }
        }
    }

    /// Loads alone, to the ends of a window.
    void compare(TimeWindow window, Map<String, LoadLatency> latencies) {
        var loads = NaiveFigures.byModel(naive.within(window).stream().filter(RawRow::isLoad).toList());
        differences.same(window + ": loaded models", loads.keySet(), latencies.keySet());
        loads.forEach((model, group) -> loads(window + " " + model + ": ", group.rows(), latencies.get(model)));
    }

    private void model(String what, @Nullable Definition common, List<RawRow> rows, Duration width,
            WindowTrends.Line line) {
        String name = what + " of " + line.component() + ": ";
        var requests = rows.stream().filter(RawRow::isRequest).toList();
        @Nullable
        Definition own = NaiveFigures.ofModel(NaiveFigures.byDefinition(requests), common, line.definition());
        differences.same(name + "definition", own, line.definition());
        differences.same(name + "is ranked", own != null && own == common, line.ranked());
        var used = requests.stream().filter(row -> row.isRanked() && row.definition() == own).toList();
        var sum = new NaiveGroup(used);
        differences.same(name + "requests", sum.requests(), line.requests());
        differences.count(name + "tokens", sum.tokens(), line.tokensGenerated());
        differences.sum(name + "score", sum.score(), line.efficiencyScore());
        loads(name, rows, line.loadLatency());
        for (WindowTrends.Slice slice : line.slices()) {
            Predicate<RawRow> ofSlice = row -> !row.time().isBefore(slice.from())
                    && row.time().isBefore(slice.from().plus(width));
            figures(name + slice.from() + " ", used.stream().filter(ofSlice).toList(), slice.figures());
            loads(name + slice.from() + " ", rows.stream().filter(ofSlice).toList(), slice.loadLatency());
        }
        long told = line.slices().stream().filter(slice -> slice.figures() != null).count();
        differences.same(name + "slices with requests", told, used.stream()
                .map(row -> Math.floorDiv(row.time().getEpochSecond(), width.toSeconds()))
                .distinct()
                .count());
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

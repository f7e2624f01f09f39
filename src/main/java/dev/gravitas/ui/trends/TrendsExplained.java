package dev.gravitas.ui.trends;

import dev.gravitas.model.Legible;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.model.WindowTrends.Line;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How the figures of a window's slices were measured. Thread-safe.
///
/// @param slice how long one is, in words
public record TrendsExplained(WindowTrends trends, String slice, ExplanationWords words) {

    /// Of the lines.
    ///
    /// @param drawn the models in the chart
    public List<Explanation> chart(List<TrendLine> drawn) {
        var shown = trends.lines()
                .stream()
                .filter(trend -> drawn.stream()
                        .anyMatch(line -> line.shown() && line.model().name().equals(trend.component())))
                .toList();
        return List
                .of(scope(null).of(words.text("trends.chart.quantity"), "", words.text("explain.formula.daily", slice),
                        words.requests(shown.stream().mapToLong(Line::requests).sum(),
                                shown.stream().mapToLong(Line::tokensGenerated).sum())));
    }

    /// Of a model's figure over all of them.
    List<Explanation> line(TrendLine line) {
        return trend(line.model().name()).map(trend -> scope(trend).of(
                words.text("explain.subject", words.text("trends.chart.title"), Legible.name(trend.component())),
                line.score() + " " + words.text("unit.ms.token"), words.text("explain.formula.score"),
                words.requests(trend.requests(), trend.tokensGenerated()))).stream().toList();
    }

    List<Explanation> loadChart() {
        var loads = trends.lines().stream().map(Line::loadLatency).filter(Objects::nonNull).toList();
        return List.of(scope(null).defined("")
                .of(words.text("trends.loads.title"), "", words.text("explain.formula.loads.daily", slice),
                        loads(loads)));
    }

    /// One for each column with figures, in [TrendsController]'s order.
    List<Explanation> load(LoadRow row) {
        return trend(row.model().name()).stream()
                .flatMap(trend -> List.of(
                        load(trend, "trends.column.p50", row.p50(), words.text("explain.formula.loads.quantile", "50")),
                        load(trend, "trends.column.loads", row.loads(), words.text("explain.formula.loads")),
                        load(trend, "trends.column.failed", row.failed(), words.text("explain.formula.loads.failed")),
                        load(trend, "trends.column.mean", row.mean(), words.text("explain.formula.loads.mean")),
                        load(trend, "trends.column.p95", row.p95(), words.text("explain.formula.loads.quantile", "95")))
                        .stream())
                .toList();
    }

    /// By which rule lines are drawn that nobody chose.
    List<Explanation> rule(String rule) {
        return List.of(scope(null).of(words.text("explain.rule"), rule, words.text("explain.formula.slowdown"), ""));
    }

    private Explanation load(Line trend, String titleKey, String value, String formula) {
        return scope(trend).defined("")
                .of(words.text("explain.subject", words.text(titleKey), Legible.name(trend.component())), value,
                        formula, loads(List.of(Objects.requireNonNull(trend.loadLatency()))));
    }

    private String loads(List<LoadLatency> loads) {
        return words.text("explain.count.loads",
                words.formats().count(loads.stream().mapToLong(LoadLatency::loads).sum()),
                words.formats().count(loads.stream().mapToLong(LoadLatency::timed).sum()),
                words.formats().count(loads.stream().mapToLong(LoadLatency::failed).sum()));
    }

    private Optional<Line> trend(String component) {
        return trends.lines().stream().filter(trend -> trend.component().equals(component)).findFirst();
    }

    private Scope scope(@Nullable Line trend) {
        return words.stored(trends.window().until(trends.generatedAt()), trend == null ? null : trend.component(), null,
                trend == null ? trends.definition() : trend.definition(), trends.generatedAt());
    }
}

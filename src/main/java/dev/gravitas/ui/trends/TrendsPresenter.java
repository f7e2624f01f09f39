package dev.gravitas.ui.trends;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.Legible;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns sixty days of statistics into what is written and drawn on screen. Thread-safe.
public final class TrendsPresenter {
    private final ModelColours colours;
    private final Formats formats;
    private final Strings strings;

    public TrendsPresenter(ModelColours colours, Formats formats, Strings strings) {
        this.colours = colours;
        this.formats = formats;
        this.strings = strings;
    }

    /// @param chosen the models to draw, or empty to draw the one that has slowed down most lately, and the most efficient ones
    public TrendsScreen present(SixtyDayStatistics statistics, Optional<Set<String>> chosen) {
        var trends = statistics.trends();
        colours.seen(trends.stream().map(ModelTrend::component).toList());
        var drawable = trends.stream().filter(trend -> trend.ranked() && trend.efficiencyScore() != null).toList();
        var slowed = Slowdown.worst(drawable);
        var drawn = chosen.map(names -> drawn(drawable.stream().map(ModelTrend::component).filter(names::contains)))
                .orElseGet(() -> drawn(Stream.concat(slowed.map(Slowdown::component).stream(),
                        drawable.stream().map(ModelTrend::component))));
        var lines = drawable.stream()
                .filter(trend -> drawn.contains(trend.component()))
                .map(trend -> series(statistics, trend, TrendsPresenter::efficiency))
                .toList();
        var loaded = trends.stream().filter(trend -> trend.loadLatency() != null).toList();
        return new TrendsScreen(drawable.stream().map(trend -> line(trend, drawn)).toList(),
                picture(statistics, lines,
                        new Quantity(strings.text("trends.chart.quantity"), strings.text("unit.ms.token"), 2)),
                meaning(statistics.definition()),
                strings.text("trends.list.note", lines.size(), drawable.size()),
                chosen.isPresent() || drawn.size() == drawable.size() ? "" : rule(slowed, drawn.size()),
                leftOut(drawable, drawn),
                loaded.stream().map(this::loadRow).toList(), picture(statistics, loadLines(statistics, loaded, drawn),
                        new Quantity(strings.text("trends.loads.title"), "s", 2)),
                empty(drawable, loaded));
    }

    private static Set<String> drawn(Stream<String> wanted) {
        return wanted.distinct()
                .limit(ModelColours.COLOURS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// By which rule the chart has its lines, where it has not all.
    private String rule(Optional<Slowdown> slowed, int others) {
        return slowed.map(worst -> strings.text("trends.rule.slowed", Legible.name(worst.component()),
                formats.percent(worst.times() - 1), others - 1))
                .orElseGet(() -> strings.text("trends.rule.best", others));
    }

    private String leftOut(List<ModelTrend> drawable, Set<String> drawn) {
        var left = drawable.stream()
                .map(ModelTrend::component)
                .filter(name -> !drawn.contains(name))
                .map(Legible::name)
                .toList();
        return left.isEmpty()
                ? ""
                : strings.text("trends.left.out", String.join(strings.text("list.separator"), left));
    }

    private List<TimeLine> loadLines(SixtyDayStatistics statistics, List<ModelTrend> loaded, Set<String> drawn) {
        return loaded.stream()
                .sorted((a, b) -> Boolean.compare(drawn.contains(b.component()),
                        drawn.contains(a.component())))
                .limit(ModelColours.COLOURS)
                .map(trend -> series(statistics, trend, TrendsPresenter::loadSeconds))
                .toList();
    }

    private TimeLine series(SixtyDayStatistics statistics, ModelTrend trend,
            Function<DailyTrend, @Nullable Double> value) {
        return new TimeLine(Legible.name(trend.component()), colours.of(trend.component()), TimePicture
                .days(statistics.firstDay(), trend.daily().stream().<@Nullable Double>map(value).toList()));
    }

    private static @Nullable Double efficiency(DailyTrend day) {
        var figures = day.figures();
        return figures == null ? null : figures.efficiencyScore();
    }

    private static @Nullable Double loadSeconds(DailyTrend day) {
        var load = day.loadLatency();
        return load == null ? null : load.p50Seconds();
    }

    private TrendLine line(ModelTrend trend, Set<String> drawn) {
        var shown = drawn.contains(trend.component());
        return new TrendLine(name(trend), formats.decimal(trend.efficiencyScore(), 2), shown,
                shown || drawn.size() < ModelColours.COLOURS);
    }

    private ModelName name(ModelTrend trend) {
        return new ModelName(trend.component(), colours.of(trend.component()));
    }

    private LoadRow loadRow(ModelTrend trend) {
        var load = trend.loadLatency() == null ? new LoadLatency(0, 0, 0, null, null, null) : trend.loadLatency();
        return new LoadRow(name(trend), loads(load), formats.count(load.failed()),
                formats.decimal(load.meanSeconds(), 2), formats.decimal(load.p50Seconds(), 2),
                formats.decimal(load.p95Seconds(), 2));
    }

    // A load may tell no time; the mean is of those that do.
    private String loads(LoadLatency load) {
        return load.timed() == load.loads()
                ? formats.count(load.loads())
                : strings.text("trends.loads.timed", formats.count(load.loads()), formats.count(load.timed()));
    }

    private static TimePicture picture(SixtyDayStatistics statistics, List<TimeLine> lines, Quantity quantity) {
        return TimePicture.daily(quantity, statistics.firstDay(), statistics.lastDay(), lines);
    }

    private String meaning(@Nullable Definition definition) {
        return definition == null ? "" : strings.text("trends.meaning", definition.text());
    }

    private Optional<Notice> empty(List<ModelTrend> drawable, List<ModelTrend> loaded) {
        return drawable.isEmpty() && loaded.isEmpty()
                ? Optional.of(new Notice(strings.text("trends.empty.title"), strings.text("trends.empty.text")))
                : Optional.empty();
    }
}

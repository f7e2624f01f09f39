package dev.gravitas.ui.trends;

import dev.gravitas.governance.Slowdown;
import dev.gravitas.model.Legible;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.VramRecord.Load;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.model.WindowTrends.Line;
import dev.gravitas.model.WindowTrends.Slice;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.LoadMarks;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLevel;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.explain.DefinitionWords;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns trends into what is written and drawn on screen. Thread-safe.
public final class TrendsPresenter {
    private final ModelColours colours;
    private final Formats formats;
    private final Strings strings;
    private final LoadMarks marks;

    public TrendsPresenter(ModelColours colours, Formats formats, Strings strings) {
        this.colours = colours;
        this.formats = formats;
        this.strings = strings;
        this.marks = new LoadMarks(formats, strings);
    }

    /// Sixty UTC days.
    ///
    /// @param chosen the models to draw, or empty to draw the one that has slowed down most lately, and the most efficient ones
    public TrendsScreen present(SixtyDayStatistics statistics, Optional<Set<String>> chosen) {
        return present(statistics, List.of(), chosen);
    }

    /// @param loads of models in these days, to be marked
    public TrendsScreen present(SixtyDayStatistics statistics, List<Load> loads, Optional<Set<String>> chosen) {
        var ranked = statistics.trends().stream().filter(ModelTrend::ranked).toList();
        var thresholds = new HashMap<String, Double>();
        ranked.forEach(trend -> Slowdown.threshold(trend)
                .ifPresent(threshold -> thresholds.put(trend.component(), threshold)));
        return present(new Told(WindowTrends.of(statistics), true, Slowdown.worst(ranked), thresholds, loads), chosen);
    }

    /// Another window.
    ///
    /// @param loads of models in the window
    /// @param chosen the models to draw, or empty to draw the most efficient ones
    public TrendsScreen present(WindowTrends trends, List<Load> loads, Optional<Set<String>> chosen) {
        return present(new Told(trends, false, Optional.empty(), Map.of(), loads), chosen);
    }

    /// @param slowed the model that slowed down most, of sixty days alone
    /// @param thresholds by model, of sixty days alone
    private record Told(WindowTrends trends, boolean sixtyDays, Optional<Slowdown> slowed,
            Map<String, Double> thresholds, List<Load> loads) {}

    private TrendsScreen present(Told told, Optional<Set<String>> chosen) {
        var trends = told.trends.lines();
        colours.seen(trends.stream().map(Line::component).toList());
        var drawable = trends.stream().filter(line -> line.ranked() && line.efficiencyScore() != null).toList();
        var first = told.slowed.map(Slowdown::component);
        var drawn = chosen.map(names -> drawn(drawable.stream().map(Line::component).filter(names::contains)))
                .orElseGet(() -> drawn(Stream.concat(first.stream(), drawable.stream().map(Line::component))));
        var lines = drawable.stream()
                .filter(line -> drawn.contains(line.component()))
                .map(line -> series(told.trends, line, Slice::efficiencyScore))
                .toList();
        var loads = told.loads.stream().filter(load -> drawn.contains(load.model())).toList();
        var loaded = trends.stream().filter(line -> line.loadLatency() != null).toList();
        return new TrendsScreen(drawable.stream().map(line -> line(line, drawn)).toList(),
                picture(told.trends, lines,
                        new Quantity(strings.text("trends.chart.quantity"), strings.text("unit.ms.token"), 2))
                        .with(levels(told, drawn), marks.of(loads, told.trends.window())),
                meaning(told.trends), strings.text("trends.list.note", lines.size(), drawable.size()),
                chosen.isPresent() || drawn.size() == drawable.size() ? "" : rule(told, drawn.size()),
                leftOut(drawable, drawn), marks.note(loads, told.trends.window()),
                strings.text("trends.loads.caption", width(told.trends)),
                loaded.stream().map(this::loadRow).toList(),
                picture(told.trends, loadLines(told.trends, loaded, drawn),
                        new Quantity(strings.text("trends.loads.title"), "s", 2)),
                new TrendsExplained(told.trends, width(told.trends), new ExplanationWords(formats, strings)),
                empty(drawable, loaded, told.sixtyDays));
    }

    /// Where a model is called worse: of one that is drawn alone, else of the one that slowed down most. More would be a grid.
    private List<TimeLevel> levels(Told told, Set<String> drawn) {
        return drawn.stream()
                .filter(model -> drawn.size() == 1
                        || told.slowed.filter(worst -> worst.component().equals(model)).isPresent())
                .flatMap(model -> Optional.ofNullable(told.thresholds.get(model))
                        .map(value -> new TimeLevel(value, List.of(colours.of(model)),
                                strings.text("trends.threshold", Legible.name(model))))
                        .stream())
                .toList();
    }

    private static Set<String> drawn(Stream<String> wanted) {
        return wanted.distinct()
                .limit(ModelColours.COLOURS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// By which rule the chart has its lines, where it has not all.
    private String rule(Told told, int others) {
        if (!told.sixtyDays) {
            return strings.text("trends.rule.window", others);
        }
        return told.slowed
                .map(worst -> strings.text("trends.rule.slowed", Legible.name(worst.component()),
                        formats.percent(worst.times() - 1), others - 1))
                .orElseGet(() -> strings.text("trends.rule.best", others));
    }

    private String leftOut(List<Line> drawable, Set<String> drawn) {
        var left = drawable.stream()
                .map(Line::component)
                .filter(name -> !drawn.contains(name))
                .map(Legible::name)
                .toList();
        return left.isEmpty()
                ? ""
                : strings.text("trends.left.out", String.join(strings.text("list.separator"), left));
    }

    private List<TimeLine> loadLines(WindowTrends trends, List<Line> loaded, Set<String> drawn) {
        return loaded.stream()
                .sorted((a, b) -> Boolean.compare(drawn.contains(b.component()),
                        drawn.contains(a.component())))
                .limit(ModelColours.COLOURS)
                .map(line -> series(trends, line, TrendsPresenter::loadSeconds))
                .toList();
    }

    private TimeLine series(WindowTrends trends, Line line, Function<Slice, @Nullable Double> value) {
        return new TimeLine(Legible.name(line.component()), colours.of(line.component()),
                TimePicture.slices(Grain.of(trends.width()), trends.window().from(),
                        line.slices().stream().<@Nullable Double>map(value).toList()));
    }

    private static @Nullable Double loadSeconds(Slice slice) {
        var load = slice.loadLatency();
        return load == null ? null : load.p50Seconds();
    }

    private TrendLine line(Line trend, Set<String> drawn) {
        var shown = drawn.contains(trend.component());
        return new TrendLine(name(trend), formats.decimal(trend.efficiencyScore(), 2), shown,
                shown || drawn.size() < ModelColours.COLOURS);
    }

    private ModelName name(Line trend) {
        return new ModelName(trend.component(), colours.of(trend.component()));
    }

    private LoadRow loadRow(Line trend) {
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

    private static TimePicture picture(WindowTrends trends, List<TimeLine> lines, Quantity quantity) {
        return TimePicture.sliced(quantity, Grain.of(trends.width()), trends.window(), lines);
    }

    private String meaning(WindowTrends trends) {
        var definition = trends.definition();
        return definition == null
                ? ""
                : strings.text("trends.meaning", width(trends), new DefinitionWords(strings).brief(definition));
    }

    private String width(WindowTrends trends) {
        return strings.text(switch (trends.width()) {
            case QUARTER -> "trends.width.quarter";
            case HOUR -> "trends.width.hour";
            case SIX_HOURS -> "trends.width.six";
            case DAY -> "trends.width.day";
        });
    }

    private Optional<Notice> empty(List<Line> drawable, List<Line> loaded, boolean sixtyDays) {
        if (!drawable.isEmpty() || !loaded.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sixtyDays
                ? new Notice(strings.text("trends.empty.title"), strings.text("trends.empty.text"))
                : new Notice(strings.text("efficiency.empty.title"), strings.text("efficiency.empty.text")));
    }
}

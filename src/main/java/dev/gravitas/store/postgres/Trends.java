package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.model.WindowTrends.Line;
import dev.gravitas.model.WindowTrends.Slice;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays grouped rows out over the slices of a span, gaps kept as gaps. Pure.
final class Trends {
    private static final Comparator<Line> RANKED_FIRST = Comparator
            .comparingInt((Line line) -> line.ranked() ? 0 : 1)
            .thenComparingDouble(line -> line.ranked() && line.efficiencyScore() != null ? line.efficiencyScore() : 0.0)
            .thenComparing(Line::component);

    private final TimeWindow window;
    private final SliceWidth width;
    private final @Nullable Definition definition;

    private Trends(TimeWindow window, SliceWidth width, @Nullable Definition definition) {
        this.window = window;
        this.width = width;
        this.definition = definition;
    }

    /// @param window of whole slices
    static WindowTrends of(TimeWindow window, SliceWidth width, List<TrendSums> sums, Instant readAt) {
        return of(window, width, TrendSums.requests(sums), TrendSums.loads(sums), readAt);
    }

    static WindowTrends of(TimeWindow window, SliceWidth width, List<TrendGroup> requests, List<LoadGroup> loads,
            Instant readAt) {
        @Nullable
        Definition definition = Usage.mostTokens(requests);
        Trends trends = new Trends(window, width, definition);
        return new WindowTrends(window, width, definition, trends.perModel(requests, loads), readAt);
    }

    /// The sixty UTC days up to one.
    static TimeWindow sixtyDays(LocalDate lastDay) {
        return new TimeWindow(start(lastDay.minusDays(SixtyDayStatistics.DAYS - 1)), start(lastDay.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// @param days sixty slices of a day
    static SixtyDayStatistics daily(WindowTrends days) {
        return new SixtyDayStatistics(day(days.window().from()), day(days.window().to()).minusDays(1),
                days.definition(), days.lines().stream().map(Trends::daily).toList(), days.generatedAt());
    }

    private static ModelTrend daily(Line line) {
        return new ModelTrend(line.component(), line.definition(), line.ranked(), line.efficiencyScore(),
                line.requests(), line.tokensGenerated(), line.loadLatency(),
                line.slices()
                        .stream()
                        .map(slice -> new DailyTrend(day(slice.from()), slice.figures(), slice.loadLatency()))
                        .toList());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private List<Line> perModel(List<TrendGroup> requests, List<LoadGroup> loads) {
        var requestsOf = requests.stream().collect(Collectors.groupingBy(TrendGroup::component));
        var loadsOf = loads.stream().collect(Collectors.groupingBy(LoadGroup::component));
        var models = new TreeSet<>(requestsOf.keySet());
        models.addAll(loadsOf.keySet());
        return models.stream()
                .map(model -> line(model, requestsOf.getOrDefault(model, List.of()),
                        loadsOf.getOrDefault(model, List.of())))
                .sorted(RANKED_FIRST)
                .toList();
    }

    private Line line(String component, List<TrendGroup> requests, List<LoadGroup> loads) {
        @Nullable
        Definition own = Usage.ofLine(requests, definition);
        List<TrendGroup> used = requests.stream()
                .filter(group -> group.definition() == own && group.requests() > 0)
                .toList();
        var sum = Usage.Sum.of(used.stream());
        boolean ranked = own != null && own == definition;
        return new Line(component, own, ranked, sum.score(), sum.requests(), sum.wholeTokens(),
                latencies(loads).get(null), slices(used, loads));
    }

    private List<Slice> slices(List<TrendGroup> requests, List<LoadGroup> loads) {
        Map<Instant, @Nullable Figures> figures = new HashMap<>();
        requests.forEach(group -> figures.put(group.slice(), group.figures()));
        Map<@Nullable Instant, LoadLatency> latencies = latencies(loads);
        return Stream.iterate(window.from(), from -> from.isBefore(window.to()), from -> from.plus(width.length()))
                .map(from -> new Slice(from, figures.get(from), latencies.get(from)))
                .toList();
    }

    private static Map<@Nullable Instant, LoadLatency> latencies(List<LoadGroup> loads) {
        Map<@Nullable Instant, LoadLatency> latencies = new HashMap<>();
        loads.forEach(group -> latencies.put(group.slice(), group.latency()));
        return latencies;
    }
}

package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays grouped rows out over sixty days, gaps kept as gaps. Pure.
final class Trends {
    private static final Comparator<ModelTrend> RANKED_FIRST = Comparator
            .comparingInt((ModelTrend trend) -> trend.ranked() ? 0 : 1)
            .thenComparingDouble(
                    trend -> trend.ranked() && trend.efficiencyScore() != null ? trend.efficiencyScore() : 0.0)
            .thenComparing(ModelTrend::component);

    private final LocalDate firstDay;
    private final @Nullable Definition definition;

    private Trends(LocalDate firstDay, @Nullable Definition definition) {
        this.firstDay = firstDay;
        this.definition = definition;
    }

    static SixtyDayStatistics of(LocalDate lastDay, List<DailyGroup> requests, List<LoadGroup> loads, Instant readAt) {
        LocalDate firstDay = firstDay(lastDay);
        @Nullable
        Definition definition = Usage.mostTokens(requests);
        Trends trends = new Trends(firstDay, definition);
        return new SixtyDayStatistics(firstDay, lastDay, definition, trends.perModel(requests, loads), readAt);
    }

    static LocalDate firstDay(LocalDate lastDay) {
        return lastDay.minusDays(SixtyDayStatistics.DAYS - 1);
    }

    private List<ModelTrend> perModel(List<DailyGroup> requests, List<LoadGroup> loads) {
        var requestsOf = requests.stream().collect(Collectors.groupingBy(DailyGroup::component));
        var loadsOf = loads.stream().collect(Collectors.groupingBy(LoadGroup::component));
        var models = new TreeSet<>(requestsOf.keySet());
        models.addAll(loadsOf.keySet());
        return models.stream()
                .map(model -> trend(model, requestsOf.getOrDefault(model, List.of()),
                        loadsOf.getOrDefault(model, List.of())))
                .sorted(RANKED_FIRST)
                .toList();
    }

    private ModelTrend trend(String component, List<DailyGroup> requests, List<LoadGroup> loads) {
        @Nullable
        Definition own = Usage.ofLine(requests, definition);
        List<DailyGroup> used = requests.stream()
                .filter(group -> group.definition() == own && group.requests() > 0)
                .toList();
        var sum = Usage.Sum.of(used.stream());
        boolean ranked = own != null && own == definition;
        return new ModelTrend(component, own, ranked, sum.score(), sum.requests(), sum.wholeTokens(),
                latencies(loads).get(null), days(used, loads));
    }

    private List<DailyTrend> days(List<DailyGroup> requests, List<LoadGroup> loads) {
        Map<LocalDate, @Nullable Figures> figures = new HashMap<>();
        requests.forEach(group -> figures.put(group.day(), group.figures()));
        Map<@Nullable LocalDate, LoadLatency> latencies = latencies(loads);
        return Stream.iterate(firstDay, day -> day.plusDays(1))
                .limit(SixtyDayStatistics.DAYS)
                .map(day -> new DailyTrend(day, figures.get(day), latencies.get(day)))
                .toList();
    }

    private static Map<@Nullable LocalDate, LoadLatency> latencies(List<LoadGroup> loads) {
        Map<@Nullable LocalDate, LoadLatency> latencies = new HashMap<>();
        loads.forEach(group -> latencies.put(group.day(), group.latency()));
        return latencies;
    }
}

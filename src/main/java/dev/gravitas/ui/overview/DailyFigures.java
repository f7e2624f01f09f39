package dev.gravitas.ui.overview;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// The sixty days of all models together: one figure a day, oldest first, null for a day without data; an empty list where no day has
/// any. The day that still runs is left out: it would look like a slump.
record DailyFigures(SixtyDayStatistics statistics) {
    /// Days that count as lately.
    static final int WEEK = 7;

    /// Token-weighted over the ranked models: the others' figures are not comparable.
    List<@Nullable Double> msPerToken() {
        return byDay(statistics.trends().stream().filter(ModelTrend::ranked).toList(), DailyFigures::msPerToken);
    }

    /// Ranked ones.
    List<@Nullable Double> requests() {
        return byDay(statistics.trends().stream().filter(ModelTrend::ranked).toList(), DailyFigures::requests);
    }

    /// Mean seconds of the loads that tell a time.
    List<@Nullable Double> loadSeconds() {
        return byDay(statistics.trends(), day -> meanSeconds(loads(day.stream())));
    }

    /// The loads of the last seven days, by model and day.
    List<LoadLatency> lastLoads() {
        return loads(statistics.trends()
                .stream()
                .flatMap(trend -> trend.daily().stream().skip(Math.max(0, trend.daily().size() - WEEK))));
    }

    /// Over the loads that tell a time; null where none does.
    static @Nullable Double meanSeconds(List<LoadLatency> loads) {
        double seconds = 0;
        long timed = 0;
        for (var load : loads) {
            var mean = load.meanSeconds();
            if (mean != null) {
                seconds += mean * load.timed();
                timed += load.timed();
            }
        }
        return timed == 0 ? null : Double.valueOf(seconds / timed);
    }

    private static List<LoadLatency> loads(Stream<DailyTrend> days) {
        return days.map(DailyTrend::loadLatency).filter(Objects::nonNull).toList();
    }

    private static List<@Nullable Double> byDay(List<ModelTrend> trends,
            Function<List<DailyTrend>, @Nullable Double> figure) {
        List<@Nullable Double> values = new ArrayList<>();
        boolean known = false;
        for (int i = 0; i < SixtyDayStatistics.DAYS - 1; i++) {
            int day = i;
            var value = figure.apply(trends.stream().map(trend -> trend.daily().get(day)).toList());
            values.add(value);
            known |= value != null;
        }
        if (!known) {
            values.clear();
        }
        return values;
    }

    private static @Nullable Double msPerToken(List<DailyTrend> day) {
        double ms = 0;
        long tokens = 0;
        for (var figures : figures(day)) {
            ms += figures.efficiencyScore() * figures.tokensGenerated();
            tokens += figures.tokensGenerated();
        }
        return tokens == 0 ? null : Double.valueOf(ms / tokens);
    }

    private static @Nullable Double requests(List<DailyTrend> day) {
        var figures = figures(day);
        return figures.isEmpty()
                ? null
                : Double.valueOf(figures.stream().mapToLong(DailyTrend.Figures::requests).sum());
    }

    private static List<DailyTrend.Figures> figures(List<DailyTrend> day) {
        return day.stream().map(DailyTrend::figures).filter(Objects::nonNull).toList();
    }
}

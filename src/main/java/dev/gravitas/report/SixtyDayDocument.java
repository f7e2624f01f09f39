package dev.gravitas.report;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// `/telemetry/60day` and `gravitas stats --json`: today (UTC) and the 59 days before, ms/token.
public record SixtyDayDocument(Instant generatedAt, LocalDate firstDay, LocalDate lastDay, @Nullable String definition,
        List<Trend> modelTrends) implements Document {

    public static SixtyDayDocument of(SixtyDayStatistics statistics) {
        return new SixtyDayDocument(statistics.generatedAt(), statistics.firstDay(), statistics.lastDay(),
                text(statistics.definition()), statistics.trends().stream().map(Trend::of).toList());
    }

    /// One model over all days, and day by day, oldest first.
    ///
    /// @param definition of its figures; not comparable with others' where it is not the document's
    public record Trend(String component, @Nullable String definition, @Nullable Double efficiencyScore, long requests,
            long tokensGenerated,
            @Nullable LoadLatency loadLatency, List<Day> daily) {

        static Trend of(ModelTrend trend) {
            return new Trend(trend.component(), text(trend.definition()), trend.efficiencyScore(), trend.requests(),
                    trend.tokensGenerated(),
                    LoadLatency.of(trend.loadLatency()), trend.daily().stream().map(Day::of).toList());
        }
    }

    /// One UTC day; a day without requests has null figures, not zeros.
    public record Day(LocalDate date, @Nullable Double efficiencyScore, @Nullable Long requests,
            @Nullable Long tokensGenerated, @Nullable Double p50, @Nullable Double p95,
            @Nullable LoadLatency loadLatency) {

        static Day of(DailyTrend day) {
            var loads = LoadLatency.of(day.loadLatency());
            DailyTrend.@Nullable Figures figures = day.figures();
            return figures == null
                    ? new Day(day.date(), null, null, null, null, null, loads)
                    : new Day(day.date(), figures.efficiencyScore(), figures.requests(), figures.tokensGenerated(),
                            figures.p50(), figures.p95(), loads);
        }
    }

    private static @Nullable String text(@Nullable Definition definition) {
        return definition == null ? null : definition.text();
    }

    /// Loads of a model in seconds; the times are those of the `timed` ones, failed ones are counted and enter no time.
    public record LoadLatency(long loads, long timed, long failed, @Nullable Double meanS, @Nullable Double p50S,
            @Nullable Double p95S) {

        static @Nullable LoadLatency of(dev.gravitas.model.@Nullable LoadLatency latency) {
            return latency == null
                    ? null
                    : new LoadLatency(latency.loads(), latency.timed(), latency.failed(), latency.meanSeconds(),
                            latency.p50Seconds(),
                            latency.p95Seconds());
        }
    }
}

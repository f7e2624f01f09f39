package dev.gravitas.model;

import dev.gravitas.model.DailyTrend.Figures;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// How models fared over the slices of a span: ranked models by efficiency ascending, the others after them by name.
///
/// @param window of whole slices, which may begin before what was asked for and end after it
/// @param definition that the ranked lines share, null where nothing can be ranked
public record WindowTrends(TimeWindow window, SliceWidth width, @Nullable Definition definition, List<Line> lines,
        Instant generatedAt) {
    public WindowTrends {
        lines = List.copyOf(lines);
    }

    /// One model. All figures are of the whole slices.
    ///
    /// @param definition of the figures: the trends' own, or for an unranked model the one it has most tokens in
    /// @param efficiencyScore token-weighted in ms/token, null without a usable request
    /// @param loadLatency null where the model never loaded
    /// @param slices all of the span, oldest first
    public record Line(String component, @Nullable Definition definition, boolean ranked,
            @Nullable Double efficiencyScore, long requests, long tokensGenerated, @Nullable LoadLatency loadLatency,
            List<Slice> slices) {
        public Line {
            slices = List.copyOf(slices);
        }
    }

    /// A slice of one model. One without data has null figures: a gap, not a zero.
    public record Slice(Instant from, @Nullable Figures figures, @Nullable LoadLatency loadLatency) {
        /// Token-weighted ms/token, null without a ranked request.
        public @Nullable Double efficiencyScore() {
            return figures == null ? null : figures.efficiencyScore();
        }
    }

    /// Sixty days as slices of a day.
    public static WindowTrends of(SixtyDayStatistics days) {
        var window = new TimeWindow(days.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant(),
                days.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new WindowTrends(window, SliceWidth.DAY, days.definition(),
                days.trends().stream().map(WindowTrends::line).toList(), days.generatedAt());
    }

    private static Line line(ModelTrend trend) {
        return new Line(trend.component(), trend.definition(), trend.ranked(), trend.efficiencyScore(),
                trend.requests(), trend.tokensGenerated(), trend.loadLatency(),
                trend.daily()
                        .stream()
                        .map(day -> new Slice(day.date().atStartOfDay(ZoneOffset.UTC).toInstant(), day.figures(),
                                day.loadLatency()))
                        .toList());
    }
}

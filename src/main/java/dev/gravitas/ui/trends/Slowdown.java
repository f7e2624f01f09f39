package dev.gravitas.ui.trends;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.ModelTrend;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How much slower a model is lately: its ms/token over the last seven UTC days against that over all days before, both
/// token-weighted.
///
/// @param times how many times as slow, more than [#WORTH]
public record Slowdown(String component, double times) {
    private static final int RECENT_DAYS = 7;
    /// Days with requests, below which a comparison would be chance.
    private static final int FEWEST_RECENT = 2;
    private static final int FEWEST_BEFORE = 7;
    /// Less than this is what a model's days differ by anyhow.
    private static final double WORTH = 1.1;

    /// The worst of all; empty where none is worth a word.
    public static Optional<Slowdown> worst(List<ModelTrend> trends) {
        return trends.stream()
                .flatMap(trend -> of(trend).stream())
                .max(Comparator.comparingDouble(Slowdown::times));
    }

    private static Optional<Slowdown> of(ModelTrend trend) {
        int border = Math.max(0, trend.daily().size() - RECENT_DAYS);
        var before = figures(trend.daily().subList(0, border));
        var recent = figures(trend.daily().subList(border, trend.daily().size()));
        if (before.size() < FEWEST_BEFORE || recent.size() < FEWEST_RECENT) {
            return Optional.empty();
        }
        double times = msPerToken(recent) / msPerToken(before);
        return times > WORTH ? Optional.of(new Slowdown(trend.component(), times)) : Optional.empty();
    }

    private static List<DailyTrend.Figures> figures(List<DailyTrend> days) {
        return days.stream().map(DailyTrend::figures).filter(Objects::nonNull).toList();
    }

    private static double msPerToken(List<DailyTrend.Figures> days) {
        return days.stream().mapToDouble(day -> day.efficiencyScore() * day.tokensGenerated()).sum()
                / days.stream().mapToLong(DailyTrend.Figures::tokensGenerated).sum();
    }
}

package dev.gravitas.governance;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.ModelTrend;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How much slower a model is lately: its ms/token over the last seven UTC days against that over all days before, both
/// token-weighted.
///
/// @param times how many times as slow, below 1 for faster
public record Slowdown(String component, double times) {
    /// From so many times as slow on a model is called worse (specification section 5).
    public static final double WORSE = 1.2;

    private static final int RECENT_DAYS = 7;
    /// Days with requests, below which a comparison would be chance.
    private static final int FEWEST_RECENT = 2;
    private static final int FEWEST_BEFORE = 7;
    /// Less than this is what a model's days differ by anyhow.
    private static final double WORTH = 1.1;

    /// The worst of all; empty where none is worth a word.
    public static Optional<Slowdown> worst(List<ModelTrend> trends) {
        return trends.stream()
                .flatMap(trend -> change(trend).stream())
                .filter(change -> change.times > WORTH)
                .max(Comparator.comparingDouble(Slowdown::times));
    }

    /// How a model changed, for better or worse; empty where too few days are known to tell.
    public static Optional<Slowdown> change(ModelTrend trend) {
        var recent = figures(trend.daily().subList(border(trend), trend.daily().size()));
        return recent.size() < FEWEST_RECENT
                ? Optional.empty()
                : before(trend).map(before -> new Slowdown(trend.component(), msPerToken(recent) / before));
    }

    /// The ms/token from which on a model is called worse; empty where too few days are known to tell.
    public static Optional<Double> threshold(ModelTrend trend) {
        return before(trend).map(before -> before * WORSE);
    }

    private static int border(ModelTrend trend) {
        return Math.max(0, trend.daily().size() - RECENT_DAYS);
    }

    private static Optional<Double> before(ModelTrend trend) {
        var before = figures(trend.daily().subList(0, border(trend)));
        return before.size() < FEWEST_BEFORE ? Optional.empty() : Optional.of(msPerToken(before));
    }

    private static List<DailyTrend.Figures> figures(List<DailyTrend> days) {
        return days.stream().map(DailyTrend::figures).filter(Objects::nonNull).toList();
    }

    private static double msPerToken(List<DailyTrend.Figures> days) {
        return days.stream().mapToDouble(day -> day.efficiencyScore() * day.tokensGenerated()).sum()
                / days.stream().mapToLong(DailyTrend.Figures::tokensGenerated).sum();
    }
}

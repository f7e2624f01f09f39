package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One model over 60 UTC days.
///
/// @param definition of the figures: the statistics' own, or for an unranked model the one it has most tokens in
/// @param efficiencyScore token-weighted over all 60 days in ms/token, null without a usable request
/// @param loadLatency over all 60 days, null where the model never loaded
/// @param daily exactly 60, oldest first
public record ModelTrend(String component, @Nullable Definition definition, boolean ranked,
        @Nullable Double efficiencyScore, long requests, long tokensGenerated, @Nullable LoadLatency loadLatency,
        List<DailyTrend> daily) {

    public ModelTrend {
        daily = List.copyOf(daily);
    }
}

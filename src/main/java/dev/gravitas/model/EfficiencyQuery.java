package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// What to rank.
///
/// @param window which requests
/// @param component one model, or null for all
/// @param definition which definition to rank by, or null for the one with most tokens in the window
public record EfficiencyQuery(TimeWindow window, @Nullable String component, @Nullable Definition definition) {
    public static EfficiencyQuery of(TimeWindow window) {
        return new EfficiencyQuery(window, null, null);
    }
}

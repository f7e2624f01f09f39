package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// What to rank.
///
/// @param window which requests
/// @param component one model, or null for all
/// @param host rows of one console, empty for those of other programs; null for all
/// @param definition which definition to rank by, or null for the one with most tokens in the window
/// @param quantiles whether quantiles and the time to first token are asked for; they cost more than the rest
public record EfficiencyQuery(TimeWindow window, @Nullable String component, @Nullable String host,
        @Nullable Definition definition, boolean quantiles) {

    /// Everything about all models.
    public static EfficiencyQuery of(TimeWindow window) {
        return new EfficiencyQuery(window, null, null, null, true);
    }

    public EfficiencyQuery ofComponent(@Nullable String name) {
        return new EfficiencyQuery(window, name, host, definition, quantiles);
    }

    public EfficiencyQuery ofHost(@Nullable String label) {
        return new EfficiencyQuery(window, component, label, definition, quantiles);
    }

    public EfficiencyQuery by(@Nullable Definition wished) {
        return new EfficiencyQuery(window, component, host, wished, quantiles);
    }

    public EfficiencyQuery withoutQuantiles() {
        return new EfficiencyQuery(window, component, host, definition, false);
    }
}

package dev.gravitas.ui.trends;

import dev.gravitas.ui.chart.ModelName;

/// One model in the list beside the chart.
///
/// @param score over all that the chart spans
/// @param shown whether the chart draws it
/// @param free whether it may be switched: the chart has a limit
public record TrendLine(ModelName model, String score, boolean shown, boolean free) {}

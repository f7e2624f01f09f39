package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;
import org.jspecify.annotations.Nullable;

/// One bar.
///
/// @param text the value as written at its end
/// @param range a span drawn as a thin line over the bar, null for none
public record Bar(String name, Look look, double value, String text, @Nullable Range range) {
    /// From and to, in the unit of the value.
    public record Range(double from, double to) {}

    double reach() {
        return range == null ? value : Math.max(value, range.to());
    }
}

package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;
import org.jspecify.annotations.Nullable;

/// A bar in a table row, or the reason why there is none.
///
/// @param fraction of the longest bar, from 0; above 1 for a value beyond the scale, whose bar is cut; null for no bar
/// @param reason shown instead of a bar
public record Share(@Nullable Double fraction, Look look, String reason) {
    @Override
    public String toString() {
        return reason;
    }
}

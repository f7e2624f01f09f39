package dev.gravitas.ui.overview;

import java.util.List;

/// What the longest bar of a ranking stands for: the highest value, but at most three times the middle one, so that a model that is far
/// slower does not make all others look alike.
///
/// @param end above 0
record BarScale(double end) {
    private static final double FAR = 3;

    /// @param values rising
    static BarScale of(List<Double> values) {
        double end = values.isEmpty()
                ? 0
                : Math.min(values.getLast(), values.get((values.size() - 1) / 2) * FAR);
        return new BarScale(end > 0 ? end : 1);
    }

    /// Of the longest bar; above 1 for a value beyond the scale.
    double fraction(double value) {
        return value / end;
    }

    boolean isBeyond(double value) {
        return value > end;
    }
}

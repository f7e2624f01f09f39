package dev.gravitas.ui.chart.time;

import java.util.List;
import java.util.stream.IntStream;

/// A scale from zero in round steps.
///
/// @param step 1, 2 or 5 times a power of ten
/// @param steps how many
public record NiceScale(double step, int steps) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /// The finest scale that covers `max` with at most `mostSteps` steps. Without data it goes to one.
    public static NiceScale covering(double max, int mostSteps) {
        var top = max > 0 && Double.isFinite(max) ? max : 1;
        var raw = top / mostSteps;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (var factor : ROUND) {
            var step = factor * power;
            if (step * mostSteps >= top * (1 - 1e-9)) {
                return new NiceScale(step, (int) Math.ceil(top / step - 1e-9));
            }
        }
        return new NiceScale(10 * power, mostSteps);
    }

    public double top() {
        return step * steps;
    }

    /// How many decimals tell the steps apart.
    public int decimals() {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    /// From zero to the top.
    public List<Double> ticks() {
        return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
    }
}

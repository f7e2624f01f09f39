package dev.gravitas.ui.chart.time;

import java.util.Random;

/// Random walks, the same for all contestants.
///
/// @param values of each series, one a millisecond
record BenchData(double[][] values) {
    static BenchData make(int series, int points) {
        var random = new Random(42);
        var values = new double[series][points];
        for (int line = 0; line < series; line++) {
            double at = 20 + 10 * line;
            for (int i = 0; i < points; i++) {
                at = Math.clamp(at + random.nextGaussian() * 0.2, 0, 80);
                values[line][i] = at + random.nextDouble();
            }
        }
        return new BenchData(values);
    }

    int points() {
        return values[0].length;
    }
}

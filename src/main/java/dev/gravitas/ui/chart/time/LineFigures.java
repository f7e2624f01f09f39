package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What a line comes to in a span of time. Pure.
///
/// @param last reading
/// @param mean of the readings, one vote each
/// @param change from begin to end of the line of least squares through the readings, as a share of their mean; null where there
///   are fewer than three or they are about zero
/// @param crossings how often the line rises to one of its levels
record LineFigures(double last, double mean, double least, double most, @Nullable Double change, int crossings) {

    /// Empty where the line has no reading in the span.
    static Optional<LineFigures> of(TimeLine line, TimeWindow span, List<TimeLevel> levels) {
        var sums = new Sums(levels.stream()
                .filter(level -> level.looks().contains(line.look()))
                .mapToDouble(TimeLevel::value)
                .toArray());
        long from = span.from().toEpochMilli();
        long to = span.to().toEpochMilli();
        for (var run : line.runs()) {
            int end = run.from(to + 1);
            for (int i = run.from(from), begin = i; i < end; i++) {
                sums.add(run, i, i > begin);
            }
        }
        return sums.count == 0 ? Optional.empty() : Optional.of(sums.figures());
    }

    /// Of the readings so far.
    private static final class Sums {
        private final double[] levels;
        private long count;
        private long firstMs;
        private long lastMs;
        private double last;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private double sum;
        private double sumTime;
        private double sumTimeTime;
        private double sumTimeValue;
        private int crossings;

        Sums(double[] levels) {
            this.levels = levels;
        }

        void add(TimeRun run, int i, boolean joined) {
            double value = run.value(i);
            firstMs = count == 0 ? run.atMs(i) : firstMs;
            // From the first reading on, or the squares would lose their digits.
            double time = run.atMs(i) - firstMs;
            count++;
            lastMs = run.atMs(i);
            last = value;
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
            sumTime += time;
            sumTimeTime += time * time;
            sumTimeValue += time * value;
            if (joined) {
                join(run.value(i - 1), value);
            }
        }

        private void join(double before, double value) {
            for (double level : levels) {
                crossings += before < level && value >= level ? 1 : 0;
            }
        }

        LineFigures figures() {
            double mean = sum / count;
            return new LineFigures(last, mean, least, most, change(mean), crossings);
        }

        private @Nullable Double change(double mean) {
            double spread = sumTimeTime - sumTime * sumTime / count;
            if (count < 3 || spread <= 0 || Math.abs(mean) < 1e-9) {
                return null;
            }
            double slope = (sumTimeValue - sumTime * mean) / spread;
            return slope * (lastMs - firstMs) / mean;
        }
    }
}

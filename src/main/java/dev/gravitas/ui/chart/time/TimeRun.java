package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What is known of one line without a break, oldest first. Immutable; two arrays, because there may be hundreds of thousands.
public final class TimeRun {
    private final long[] atMs;
    private final double[] values;

    private TimeRun(long[] atMs, double[] values) {
        this.atMs = atMs;
        this.values = values;
    }

    /// @param atMs milliseconds since the epoch, not falling
    /// @param values as many, all finite
    /// @throws IllegalArgumentException where that is not so, or there is none
    public static TimeRun of(long[] atMs, double[] values) {
        if (atMs.length == 0 || atMs.length != values.length) {
            throw new IllegalArgumentException("A run has at least one point: " + atMs.length + ", " + values.length);
        }
        for (int i = 0; i < atMs.length; i++) {
            if (i > 0 && atMs[i] < atMs[i - 1] || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Point " + i + " goes back in time or has no value.");
            }
        }
        return new TimeRun(atMs.clone(), values.clone());
    }

    /// @param points at least one; those that go back in time are put where they belong
    public static TimeRun of(List<TimePoint> points) {
        var sorted = points.stream().sorted(Comparator.comparing(TimePoint::at)).toList();
        return of(sorted.stream().mapToLong(point -> point.at().toEpochMilli()).toArray(),
                sorted.stream().mapToDouble(TimePoint::value).toArray());
    }

    public int size() {
        return atMs.length;
    }

    public long atMs(int index) {
        return atMs[index];
    }

    public double value(int index) {
        return values[index];
    }

    public long firstMs() {
        return atMs[0];
    }

    public long lastMs() {
        return atMs[atMs.length - 1];
    }

    /// The first point at or after a moment, [#size] for none.
    public int from(long ms) {
        int low = 0;
        int high = atMs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atMs[middle] < ms) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Some of its points.
    ///
    /// @param indices rising, at least one
    TimeRun only(int[] indices) {
        return new TimeRun(Arrays.stream(indices).mapToLong(i -> atMs[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> values[i]).toArray());
    }

    /// The point nearest to a moment.
    int nearest(long ms) {
        int after = Math.min(from(ms), size() - 1);
        return after > 0 && ms - atMs[after - 1] <= atMs[after] - ms ? after - 1 : after;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof TimeRun run && Arrays.equals(atMs, run.atMs) && Arrays.equals(values, run.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atMs) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return size() + " points";
    }
}

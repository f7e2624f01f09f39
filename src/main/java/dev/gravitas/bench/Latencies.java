package dev.gravitas.bench;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Durations of many runs, in nanoseconds. Thread-safe.
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    synchronized int count() {
        return count;
    }

    @Nullable
    Double medianMs() {
        return ms(0.5);
    }

    @Nullable
    Double p99Ms() {
        return ms(0.99);
    }

    /// Nearest-rank quantile in ms; null where nothing was measured.
    synchronized @Nullable Double ms(double share) {
        if (count == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }
}

package dev.gravitas.ui.shell;

import java.util.Comparator;
import java.util.List;

/// How long beats waited for the FX thread.
///
/// @param worst the longest stalls, longest first
record Waits(int beats, double p50Ms, double p99Ms, double maxMs, List<Stall> worst) {
    private static final int WORST = 3;

    static Waits of(List<Long> nanos, List<Stall> stalls) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Waits(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1),
                stalls.stream().sorted(Comparator.comparingDouble(Stall::millis).reversed()).limit(WORST).toList());
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}

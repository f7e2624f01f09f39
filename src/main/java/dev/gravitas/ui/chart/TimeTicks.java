package dev.gravitas.ui.chart;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which moments a time axis names: evenly spaced at round UTC times.
///
/// @param step between two of them
/// @param moments oldest first
record TimeTicks(Duration step, List<Instant> moments) {
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(10),
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2),
            Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(2),
            Duration.ofDays(5), Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(100));

    /// @param most how many names fit side by side, at least one
    static TimeTicks in(TimeWindow window, int most) {
        var length = Duration.between(window.from(), window.to());
        var step = STEPS.stream()
                .filter(candidate -> length.dividedBy(candidate) <= most)
                .findFirst()
                .orElse(STEPS.getLast());
        var moments = new ArrayList<Instant>();
        long seconds = step.toSeconds();
        long first = Math.ceilDiv(window.from().getEpochSecond(), seconds) * seconds;
        for (long at = first; at <= window.to().getEpochSecond(); at += seconds) {
            moments.add(Instant.ofEpochSecond(at));
        }
        return new TimeTicks(step, moments);
    }

    /// Whether a name must tell the day.
    boolean daily() {
        return step.compareTo(Duration.ofDays(1)) >= 0;
    }

    /// Whether the same hour comes twice in the window, so that a name must tell the day too.
    static boolean overDays(TimeWindow window) {
        return Duration.between(window.from(), window.to()).compareTo(Duration.ofHours(25)) > 0;
    }
}

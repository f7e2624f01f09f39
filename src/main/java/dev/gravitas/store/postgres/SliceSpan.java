package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;

/// The whole slices that a window touches.
///
/// @param from start of the first, included
/// @param to end of the last, excluded; `from` where the window lies outside the years that have buckets
/// @param width of each
record SliceSpan(Instant from, Instant to, Duration width) {
    private static final Duration FINE = Duration.ofMinutes(15);
    private static final Duration COARSE = Duration.ofHours(1);
    private static final Duration LONGEST_FINE = Duration.ofDays(8);

    static SliceSpan of(TimeWindow window) {
        var bounds = BucketSpan.of(window);
        var width = Duration.between(bounds.from(), bounds.to()).compareTo(LONGEST_FINE) > 0 ? COARSE : FINE;
        return new SliceSpan(BucketSpan.floor(bounds.from(), width), BucketSpan.ceiling(bounds.to(), width), width);
    }
}

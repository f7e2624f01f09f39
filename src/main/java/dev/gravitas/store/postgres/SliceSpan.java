package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;

import java.time.Duration;
import java.time.Instant;

/// The whole slices that a window touches, and those whose last or first row holds on into it.
///
/// @param from start of the first, included
/// @param to end of the last, excluded; `from` where the window lies outside the years that have buckets
/// @param width of each
/// @param brief whether the window is so short that each row can be seen
record SliceSpan(Instant from, Instant to, Duration width, boolean brief) {
    private static final Duration FINE = Duration.ofMinutes(15);
    private static final Duration COARSE = Duration.ofHours(1);
    private static final Duration LONGEST_FINE = Duration.ofDays(8);
    private static final int BRIEF_HOURS = 6;

    static SliceSpan of(TimeWindow window) {
        var bounds = BucketSpan.of(window);
        var length = Duration.between(bounds.from(), bounds.to());
        var width = length.compareTo(LONGEST_FINE) > 0 ? COARSE : FINE;
        var more = length.isZero() ? Duration.ZERO : VramRecord.LONGEST_BETWEEN_ROWS;
        return new SliceSpan(BucketSpan.floor(bounds.from().minus(more), width),
                BucketSpan.ceiling(bounds.to().plus(more), width), width, length.toHours() <= BRIEF_HOURS);
    }
}

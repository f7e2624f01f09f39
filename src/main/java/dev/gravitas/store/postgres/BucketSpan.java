package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;

/// How a window falls on the rollups' buckets: whole UTC days in the middle, whole 15-minute buckets around them, and what
/// is cut off at both ends.
///
/// @param from of the window, cut to the years that have buckets
/// @param to of the window, cut likewise
/// @param firstBucket start of the first whole bucket
/// @param endBucket end of the last whole one; `firstBucket` where there is none
/// @param firstDay start of the first whole day
/// @param endDay end of the last whole one; both `endBucket` where there is none
/// @param headEnd up to where the rows from `from` on are not in a whole bucket
/// @param headMinute start of the first whole minute of that head; `headEnd` where there is none
record BucketSpan(Instant from, Instant to, Instant firstBucket, Instant endBucket, Instant firstDay, Instant endDay,
        Instant headEnd, Instant headMinute) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BUCKET = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    /// As `telemetry_bucket` has them.
    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    static BucketSpan of(TimeWindow window) {
        Instant from = within(window.from());
        Instant to = within(window.to());
        Instant first = ceiling(from, BUCKET);
        Instant end = floor(to, BUCKET);
        if (first.isAfter(end)) {
            return new BucketSpan(from, to, to, to, to, to, to, to);
        }
        Instant firstDay = ceiling(first, DAY);
        Instant endDay = floor(end, DAY);
        return firstDay.isBefore(endDay)
                ? new BucketSpan(from, to, first, end, firstDay, endDay, first, ceiling(from, MINUTE))
                : new BucketSpan(from, to, first, end, end, end, first, ceiling(from, MINUTE));
    }

    /// The bucket that the window's start cuts.
    Instant headBucket() {
        return floor(from, BUCKET);
    }

    private static Instant within(Instant time) {
        if (time.isBefore(BEGIN)) {
            return BEGIN;
        }
        return time.isAfter(END) ? END : CopyRows.stored(time);
    }

    static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    static Instant ceiling(Instant time, Duration step) {
        Instant floor = floor(time, step);
        return floor.equals(time) ? time : floor.plus(step);
    }
}

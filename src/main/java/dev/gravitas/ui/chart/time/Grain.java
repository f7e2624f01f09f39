package dev.gravitas.ui.chart.time;

import dev.gravitas.model.SliceWidth;

import java.time.Duration;
import java.time.Instant;

/// What one reading of a chart stands for: a moment, or a slice of time, whole UTC days the longest, whose reading lies in its middle.
public enum Grain {
    MOMENTS(Duration.ZERO, Duration.ofSeconds(10)),
    QUARTERS(Duration.ofMinutes(15), Duration.ofHours(1)),
    HOURS(
            Duration.ofHours(1), Duration.ofHours(4)),
    SIX_HOURS(Duration.ofHours(6),
            Duration.ofDays(1)),
    DAYS(Duration.ofDays(1), Duration.ofDays(3));

    private final Duration length;
    private final Duration shortest;

    Grain(Duration length, Duration shortest) {
        this.length = length;
        this.shortest = shortest;
    }

    public static Grain of(SliceWidth width) {
        return switch (width) {
            case QUARTER -> QUARTERS;
            case HOUR -> HOURS;
            case SIX_HOURS -> SIX_HOURS;
            case DAY -> DAYS;
        };
    }

    /// The shortest span that still tells something.
    public Duration shortest() {
        return shortest;
    }

    /// Whether readings stand for slices of time.
    boolean sliced() {
        return this != MOMENTS;
    }

    /// Of a slice, zero of a moment.
    Duration length() {
        return length;
    }

    /// Where the slice begins that a moment lies in.
    Instant begin(Instant at) {
        return sliced() ? at.minusMillis(Math.floorMod(at.toEpochMilli(), length.toMillis())) : at;
    }

    /// Where the reading stands that speaks for a moment.
    Instant middle(Instant at) {
        return begin(at).plus(length.dividedBy(2));
    }
}

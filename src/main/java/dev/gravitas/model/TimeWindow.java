package dev.gravitas.model;

import java.time.Duration;
import java.time.Instant;

/// A span of time, `from` included, `to` excluded.
public record TimeWindow(Instant from, Instant to) {
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A time window must end after it starts: " + from + " to " + to);
        }
    }

    /// The rolling window of the last `length` before `now`. Its end lies a second after `now`, so that rows written
    /// at this very moment are inside.
    public static TimeWindow last(Duration length, Instant now) {
        return new TimeWindow(now.minus(length), now.plusSeconds(1));
    }

    /// The same window without the future: what is told of figures that were read at `now`.
    public TimeWindow until(Instant now) {
        return to.isAfter(now) && from.isBefore(now) ? new TimeWindow(from, now) : this;
    }
}

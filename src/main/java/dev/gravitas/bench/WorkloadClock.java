package dev.gravitas.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The time that a producer has come to. Until it is set, and after [#live], it is the real time.
final class WorkloadClock extends Clock {
    private final Clock real;
    private volatile Instant time = Instant.MIN;

    WorkloadClock(Clock real) {
        this.real = real;
    }

    void set(Instant instant) {
        time = instant;
    }

    void live() {
        time = Instant.MIN;
    }

    @Override
    public Instant instant() {
        Instant set = time;
        return set.equals(Instant.MIN) ? real.instant() : set;
    }

    /// Times that lie evenly over the last days, ending now.
    static Spread over(long rows, Instant now) {
        Duration span = Duration.ofDays(BenchPlan.DAYS);
        return new Spread(now.minus(span), span.toNanos() / Math.max(1, rows));
    }

    /// @param from time of the first row
    /// @param step to the next row, in nanoseconds
    record Spread(Instant from, long step) {
        Instant at(long row) {
            return from.plusNanos(row * step);
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Measurements run in one zone.");
    }
}

package dev.gravitas.telemetry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses between tries: each twice as long as the one before up to a limit, shortened by chance to a half at most, so
/// that several consoles do not ask a server that comes back all at once. For one thread.
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration pause() {
        long nanos = next.toNanos();
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
    }

    /// To be called after a success.
    void reset() {
        next = first;
    }
}

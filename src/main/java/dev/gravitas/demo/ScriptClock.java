package dev.gravitas.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Shows the time of the scene that is being played. Thread-safe.
public final class ScriptClock extends Clock {
    private volatile Instant now;

    public ScriptClock(Instant first) {
        now = first;
    }

    /// Jumps to another time.
    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

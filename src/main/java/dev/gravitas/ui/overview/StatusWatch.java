package dev.gravitas.ui.overview;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/// What the console says of itself, and since when. The window asks with each beat, whichever view is open, so the times are as exact
/// as the beat. Thread-safe; never waits.
public final class StatusWatch implements Supplier<ConsoleStatus> {
    private final Supplier<ConsoleStatus> source;
    private final Clock clock;
    private DatabaseStatus.@Nullable State state;
    private Instant since = Instant.EPOCH;
    private boolean begun;
    private long lost;
    private @Nullable Instant lostAt;

    /// @param databaseSince since when the database has been in its state
    /// @param begun whether that beginning was seen; else it may have been earlier
    /// @param lostAt when events were last seen to get lost, null where that was not while somebody looked
    record Watched(ConsoleStatus status, Instant databaseSince, boolean begun, @Nullable Instant lostAt) {}

    /// @param source must not wait
    public StatusWatch(Supplier<ConsoleStatus> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public ConsoleStatus get() {
        return look().status();
    }

    synchronized Watched look() {
        var status = source.get();
        var now = clock.instant();
        boolean first = state == null;
        if (status.database().state() != state) {
            state = status.database().state();
            since = now;
            begun = !first;
        }
        var counters = status.counters();
        if (counters != null) {
            count(counters, first, now);
        }
        return new Watched(status, since, begun, lostAt);
    }

    private void count(LoggerCounters counters, boolean first, Instant now) {
        long dropped = counters.droppedEvents();
        if (dropped > lost && !first) {
            lostAt = now;
        }
        lost = dropped;
    }
}

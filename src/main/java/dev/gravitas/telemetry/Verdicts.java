package dev.gravitas.telemetry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// Settles events: counts them, tells their callers, and logs the first of each kind of loss.
///
/// A future that somebody has hung a callback on is completed by a task of its own on the executor, so that a callback
/// that blocks or throws holds up neither the writer nor anybody else's future. All others of a batch share two tasks:
/// two, because a callback may be hung on at the very moment at which its future completes. Thread-safe.
final class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    private final PendingEvents pending;
    private final Executor executor;
    private final Set<Drop> told = EnumSet.noneOf(Drop.class);

    Verdicts(PendingEvents pending, Executor executor) {
        this.pending = pending;
        this.executor = executor;
    }

    void stored(List<PendingEvent> events) {
        safe(pending.store(events));
    }

    /// Tells the callers of events that are already counted as stored or spooled.
    void safe(List<PendingEvent> events) {
        complete(events, true);
    }

    void dropped(Collection<PendingEvent> events, Drop reason) {
        tell(pending.drop(events, reason), reason);
    }

    /// Tells the callers of events that are already counted as dropped.
    void tell(List<PendingEvent> dropped, Drop reason) {
        if (!dropped.isEmpty() && first(reason)) {
            LOG.warn("{} telemetry events were given up: {}. Further ones are only counted.", dropped.size(),
                    reason.text());
        }
        complete(dropped, false);
    }

    private boolean first(Drop reason) {
        synchronized (told) {
            return told.add(reason);
        }
    }

    private void complete(List<PendingEvent> events, boolean safe) {
        var quiet = new ArrayList<PendingEvent>(events.size());
        for (var event : events) {
            if (event.acknowledgement.getNumberOfDependents() == 0) {
                quiet.add(event);
            } else {
                perform(() -> event.acknowledgement.complete(safe));
            }
        }
        if (!quiet.isEmpty()) {
            var round = new Round(quiet, safe, new AtomicInteger());
            perform(round);
            perform(round);
        }
    }

    private void perform(Runnable answer) {
        try {
            executor.execute(answer);
        } catch (RuntimeException | Error e) {
            // Closed before the logger, or out of threads. An answer on this thread is better than none.
            answer.run();
        }
    }

    /// Completes futures one by one; whoever runs it takes the next that nobody has taken.
    private record Round(List<PendingEvent> events, boolean safe, AtomicInteger next) implements Runnable {
        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < events.size(); i = next.getAndIncrement()) {
                events.get(i).acknowledgement.complete(safe);
            }
        }
    }
}

package dev.gravitas.telemetry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/// Settles events: counts them, tells their callers, and logs the first of each kind of loss.
///
/// Futures are completed on the executor, one by one: a caller's callback that blocks or throws holds up neither the
/// writer nor anybody else's future. Thread-safe.
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
        complete(pending.store(events), true);
    }

    void dropped(Collection<PendingEvent> events, Drop reason) {
        tell(pending.drop(events, reason), reason);
    }

    /// Tells the callers of events that are already counted as dropped.
    void tell(List<PendingEvent> dropped, Drop reason) {
        if (!dropped.isEmpty() && first(reason)) {
            LOG.warn("{} telemetry events were not stored: {}. Further ones are only counted.", dropped.size(),
                    reason.text());
        }
        complete(dropped, false);
    }

    private boolean first(Drop reason) {
        synchronized (told) {
            return told.add(reason);
        }
    }

    private void complete(List<PendingEvent> events, boolean durable) {
        for (var event : events) {
            try {
                event.acknowledgement.completeAsync(() -> durable, executor);
            } catch (RuntimeException | Error e) {
                // Closed before the logger, or out of threads. An answer on this thread is better than none.
                event.acknowledgement.complete(durable);
            }
        }
    }
}

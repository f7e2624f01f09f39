package dev.gravitas.telemetry;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/// The writer thread's work: takes whatever is queued, makes one batch of it, brings it to a safe place, and starts again.
///
/// The safe place is the database while that answers and nothing older waits in the spool; else the spool. A batch whose
/// commit is in doubt is spooled under its own id. A batch that finds neither is tried again until its events are settled
/// by [OverdueWatch]. A batch that the database refuses is halved until the events that it refuses are alone.
final class BatchDelivery implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final PromptWriter writer;
    private final Backlog backlog;
    private final Lock order;
    private final PendingEvents pending;
    private final Verdicts verdicts;
    private boolean away;
    private boolean stuck;

    /// @param order held while it is decided where a batch goes, so that none overtakes those in the spool
    BatchDelivery(PromptWriter writer, Backlog backlog, Lock order, PendingEvents pending, Verdicts verdicts) {
        this.writer = writer;
        this.backlog = backlog;
        this.order = order;
        this.pending = pending;
        this.verdicts = verdicts;
    }

    @Override
    public void run() {
        for (var batch = pending.take(); !batch.isEmpty(); batch = pending.take()) {
            deliver(batch);
        }
    }

    private void deliver(List<PendingEvent> batch) {
        var id = UUID.randomUUID();
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        for (var open = pending.unsettled(batch); !open.isEmpty(); open = pending.unsettled(batch)) {
            switch (place(id, open)) {
                case SAFE -> noteMoving();
                case REFUSED -> split(open);
                case NOWHERE -> LockSupport.parkNanos(backoff.pause().toNanos());
            }
        }
    }

    private void split(List<PendingEvent> refused) {
        if (refused.size() == 1) {
            verdicts.dropped(refused, Drop.REFUSED_BY_DATABASE);
            return;
        }
        int middle = refused.size() / 2;
        deliver(refused.subList(0, middle));
        deliver(refused.subList(middle, refused.size()));
    }

    private Outcome place(UUID id, List<PendingEvent> open) {
        if (Thread.interrupted()) {
            LOG.warn("The telemetry writer was interrupted; only closing the logger stops it, so it goes on.");
        }
        List<TelemetryEvent> events = open.stream().map(PendingEvent::event).toList();
        var batch = new EventBatch(id, events);
        order.lock();
        try {
            var direct = backlog.isEmpty() ? store(batch, open) : Outcome.NOWHERE;
            return direct == Outcome.NOWHERE ? spool(batch, open) : direct;
        } finally {
            order.unlock();
        }
    }

    private Outcome store(EventBatch batch, List<PendingEvent> open) {
        try {
            writer.write(List.of(batch), pending::prepare);
        } catch (StoreException e) {
            if (e.kind() == Kind.REFUSED_DATA) {
                return Outcome.REFUSED;
            }
            noteAway(e.getMessage(), null);
            return Outcome.NOWHERE;
        } catch (RuntimeException | Error e) {
            noteAway("writing failed unexpectedly.", e);
            return Outcome.NOWHERE;
        }
        verdicts.stored(open);
        noteReachable();
        return Outcome.SAFE;
    }

    private Outcome spool(EventBatch batch, List<PendingEvent> open) {
        try {
            verdicts.safe(backlog.keep(batch, open));
            return Outcome.SAFE;
        } catch (SpoolException e) {
            noteStuck(e);
        } catch (RuntimeException | Error e) {
            noteStuck(e);
        }
        return Outcome.NOWHERE;
    }

    private void noteAway(@Nullable String reason, @Nullable Throwable surprise) {
        if (!away) {
            away = true;
            LOG.warn("The database cannot be used now, so events are kept in the spool: {}", reason, surprise);
        }
    }

    private void noteReachable() {
        if (away) {
            away = false;
            LOG.info("Telemetry goes straight to the database again.");
        }
    }

    private void noteStuck(Throwable failure) {
        boolean full = failure instanceof SpoolException known && known.kind() == SpoolException.Kind.FULL;
        pending.blame(full ? Drop.SPOOL_FULL : Drop.DATABASE_UNAVAILABLE);
        if (!stuck) {
            stuck = true;
            LOG.warn("Events can be neither stored nor spooled and are held back for a short while: {}",
                    failure.getMessage(), failure instanceof SpoolException ? null : failure);
        }
    }

    private void noteMoving() {
        if (stuck) {
            stuck = false;
            pending.blame(Drop.DATABASE_UNAVAILABLE);
            LOG.info("Events are being kept safe again.");
        }
    }

    private enum Outcome {
        SAFE, REFUSED, NOWHERE
    }
}

package dev.gravitas.telemetry;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// The writer thread's work: takes whatever is queued, commits it as one batch, and starts again.
///
/// A batch that fails is repeated under its own id until it is committed or all its events are settled by
/// [OverdueWatch]. A batch that the database refuses is halved until the events that it refuses are alone.
final class BatchDelivery implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final EventWriter writer;
    private final PendingEvents pending;
    private final Verdicts verdicts;
    private boolean away;

    BatchDelivery(EventWriter writer, PendingEvents pending, Verdicts verdicts) {
        this.writer = writer;
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
        var pause = FIRST_PAUSE;
        for (var open = pending.unsettled(batch); !open.isEmpty(); open = pending.unsettled(batch)) {
            switch (write(id, open)) {
                case STORED -> verdicts.stored(open);
                case NOT_DURABLE -> verdicts.dropped(open, Drop.NOT_DURABLE);
                case REFUSED -> split(open);
                case TRY_AGAIN -> {
                    LockSupport.parkNanos(pause.toNanos());
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
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

    private Outcome write(UUID id, List<PendingEvent> open) {
        if (Thread.interrupted()) {
            LOG.warn("The telemetry writer was interrupted; only closing the logger stops it, so it goes on.");
        }
        List<TelemetryEvent> events = open.stream().map(waiting -> waiting.event).toList();
        try {
            writer.write(new EventBatch(id, events));
            noteReachable();
            return Outcome.STORED;
        } catch (StoreException e) {
            return outcome(e);
        } catch (RuntimeException | Error e) {
            noteAway("Writing telemetry failed unexpectedly; trying again.", e);
            return Outcome.TRY_AGAIN;
        }
    }

    private Outcome outcome(StoreException failure) {
        return switch (failure.kind()) {
            case REFUSED_DATA -> Outcome.REFUSED;
            case UNSAFE -> Outcome.NOT_DURABLE;
            case UNAVAILABLE, MISCONFIGURED, CONFLICT -> {
                noteAway("Telemetry cannot be stored now and is held back for a short while: " + failure.getMessage(),
                        null);
                yield Outcome.TRY_AGAIN;
            }
        };
    }

    private void noteAway(String message, @Nullable Throwable surprise) {
        if (!away) {
            away = true;
            LOG.warn(message, surprise);
        }
    }

    private void noteReachable() {
        if (away) {
            away = false;
            LOG.info("Telemetry is being stored again.");
        }
    }

    private enum Outcome {
        STORED, TRY_AGAIN, REFUSED, NOT_DURABLE
    }
}

package dev.gravitas.testing;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/// A writer in memory that keeps its promise to commit an id only once, and that can be told to misbehave. Thread-safe.
public final class FakeEventWriter implements EventWriter {
    private final Map<UUID, List<TelemetryEvent>> committed = new LinkedHashMap<>();
    private Predicate<TelemetryEvent> poison = event -> false;
    private @Nullable Kind failure;
    private @Nullable RuntimeException surprise;
    private boolean losesAnswers;
    private int attempts;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public void write(List<EventBatch> batches) throws StoreException {
        countAttempt();
        passGate();
        commit(batches);
    }

    /// Every write waits at the gate until [#release].
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /// Every write fails like this until [#recover].
    public synchronized void failWith(Kind kind) {
        failure = kind;
    }

    /// Every write throws this until [#recover].
    public synchronized void throwUnchecked(RuntimeException exception) {
        surprise = exception;
    }

    /// Every write commits and then fails as unavailable, until [#recover].
    public synchronized void loseAnswers() {
        losesAnswers = true;
    }

    /// Batches with such an event are refused as a whole.
    public synchronized void refuse(Predicate<TelemetryEvent> poisonous) {
        poison = poisonous;
    }

    public synchronized void recover() {
        failure = null;
        surprise = null;
        losesAnswers = false;
    }

    public synchronized List<TelemetryEvent> events() {
        return committed.values().stream().flatMap(List::stream).toList();
    }

    /// How many batches were committed.
    public synchronized int commits() {
        return committed.size();
    }

    /// How often [#write] was called.
    public synchronized int attempts() {
        return attempts;
    }

    private synchronized void countAttempt() {
        attempts++;
    }

    private void passGate() {
        boolean interrupted = false;
        while (gate.getCount() > 0) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void commit(List<EventBatch> batches) throws StoreException {
        if (surprise != null) {
            throw surprise;
        }
        if (failure != null) {
            throw new StoreException(failure, "The database was told to fail: " + failure);
        }
        if (batches.stream().flatMap(batch -> batch.events().stream()).anyMatch(poison)) {
            throw new StoreException(Kind.REFUSED_DATA, "The batch holds data that cannot be stored.");
        }
        batches.forEach(batch -> committed.putIfAbsent(batch.id(), batch.events()));
        if (losesAnswers) {
            throw new StoreException(Kind.UNAVAILABLE, "The connection broke after the commit.");
        }
    }
}

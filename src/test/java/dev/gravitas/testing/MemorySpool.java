package dev.gravitas.testing;

import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.Spool;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.telemetry.SpoolException.Kind;
import dev.gravitas.telemetry.SpooledBatch;
import dev.gravitas.telemetry.SpooledEvents;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A spool in memory that can be told to misbehave. Thread-safe.
public final class MemorySpool implements Spool {
    private final List<SpooledBatch> batches = new ArrayList<>();
    private final List<SpooledBatch> setAside = new ArrayList<>();
    private @Nullable Kind failure;
    private boolean losesRemovals;
    private long lastSeq;
    private long appended;

    /// Every append fails like this until [#recover].
    public synchronized void failWith(Kind kind) {
        failure = kind;
    }

    /// Every removal fails before anything is removed, as after a crash in the moment before, until [#recover].
    public synchronized void loseRemovals() {
        losesRemovals = true;
    }

    public synchronized void recover() {
        failure = null;
        losesRemovals = false;
    }

    /// Events that were ever put in.
    public synchronized long appended() {
        return appended;
    }

    public synchronized List<SpooledBatch> setAside() {
        return List.copyOf(setAside);
    }

    @Override
    public synchronized void append(EventBatch batch) throws SpoolException {
        if (failure != null) {
            throw new SpoolException(failure, "The spool was told to fail.", null);
        }
        add(batches.size(), batch, lastSeq + 1);
        lastSeq += batch.events().size();
        appended += batch.events().size();
    }

    private void add(int index, EventBatch batch, long firstSeq) {
        batches.add(index, new SpooledBatch(batch, firstSeq, firstSeq + batch.events().size() - 1));
    }

    @Override
    public synchronized SpooledEvents peek(int events) {
        var oldest = new ArrayList<SpooledBatch>();
        int count = 0;
        for (var batch : batches) {
            if (count >= events) {
                break;
            }
            oldest.add(batch);
            count += batch.batch().events().size();
        }
        return new SpooledEvents(oldest, 0, 0);
    }

    @Override
    public synchronized void remove(List<SpooledBatch> done) throws SpoolException {
        if (losesRemovals) {
            throw new SpoolException(Kind.BROKEN, "The spool was told to lose removals.", null);
        }
        batches.removeAll(done);
    }

    @Override
    public synchronized void split(SpooledBatch batch) {
        int index = batches.indexOf(batch);
        batches.remove(index);
        var halves = batch.halves();
        add(index, halves.getLast(), batch.firstSeq() + halves.getFirst().events().size());
        add(index, halves.getFirst(), batch.firstSeq());
    }

    @Override
    public synchronized void setAside(SpooledBatch single, String reason) {
        batches.remove(single);
        setAside.add(single);
    }

    @Override
    public synchronized boolean isEmpty() {
        return batches.isEmpty();
    }

    @Override
    public synchronized SpoolStatus status() {
        long events = batches.stream().mapToLong(batch -> batch.batch().events().size()).sum();
        return new SpoolStatus(events, events, null, setAside.size(), SpoolStatus.Damage.NONE);
    }

    @Override
    public void close() {
        // Stays as it is, for the next logger.
    }
}

package dev.gravitas.telemetry;

import dev.gravitas.store.EventBatch;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The spool together with its counts: what goes in, comes out or is lost is counted in the same step, so that the counts
/// add up at every moment. Thread-safe.
final class Backlog {
    private final Spool spool;
    private final PendingEvents pending;
    private final Bell bell;
    private final ReentrantLock step = new ReentrantLock();

    /// Takes over what the spool holds.
    ///
    /// @param bell rung when something has come in
    Backlog(Spool spool, PendingEvents pending, Bell bell) {
        this.spool = spool;
        this.pending = pending;
        this.bell = bell;
        pending.takeOver(spool.status().events());
    }

    boolean isEmpty() {
        return spool.isEmpty();
    }

    long events() {
        return spool.status().events();
    }

    /// Puts a batch into the spool.
    ///
    /// @param waiting the events of the batch
    /// @return those to be acknowledged
    List<PendingEvent> keep(EventBatch batch, List<PendingEvent> waiting) throws SpoolException {
        step.lock();
        try {
            spool.append(batch);
            return pending.spool(waiting);
        } finally {
            step.unlock();
            bell.ring();
        }
    }

    /// The oldest batches, with so many events or a few more.
    List<SpooledBatch> oldest(int events) throws SpoolException {
        step.lock();
        try {
            var found = spool.peek(events);
            pending.takeOver(found.adopted());
            pending.dropSpooled(found.lost(), Drop.SPOOL_DAMAGED);
            return found.batches();
        } finally {
            step.unlock();
        }
    }

    /// Takes out what the database has committed.
    void stored(List<SpooledBatch> done) throws SpoolException {
        step.lock();
        try {
            spool.remove(done);
            pending.storeSpooled(done.stream().mapToLong(SpooledBatch::size).sum());
        } finally {
            step.unlock();
        }
    }

    void split(SpooledBatch batch) throws SpoolException {
        spool.split(batch);
    }

    /// Takes out an event that the database refuses.
    void refused(SpooledBatch single, String reason) throws SpoolException {
        step.lock();
        try {
            spool.setAside(single, reason);
            pending.dropSpooled(single.size(), Drop.REFUSED_BY_DATABASE);
        } finally {
            step.unlock();
        }
    }
}

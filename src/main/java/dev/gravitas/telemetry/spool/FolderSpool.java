package dev.gravitas.telemetry.spool;

import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.Spool;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.telemetry.SpoolException.Kind;
import dev.gravitas.telemetry.SpooledBatch;
import dev.gravitas.telemetry.SpooledEvents;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A spool in a folder that other loggers use, too. Each has a file of its own; what loggers that have ended left behind
/// is taken over and drained before our own events.
///
/// Nothing that is wrong with the folder stops a program from starting: what cannot be opened now is tried again with each
/// use. Thread-safe.
public final class FolderSpool implements Spool {
    private final SpoolLimits limits;
    private final Slots slots;
    private final DiskReserve reserve;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile SpoolStatus status = SpoolStatus.EMPTY;
    /// Events that the user of this spool knows of.
    private long told;
    private boolean closed;

    private FolderSpool(Path folder, SpoolLimits limits, Clock clock) {
        this.limits = limits;
        this.slots = new Slots(folder, clock);
        this.reserve = new DiskReserve(folder.resolve("reserve"), limits.reserveBytes());
    }

    /// Opens a file of its own and takes over the others that nobody uses. Faults are logged and show in [#status].
    ///
    /// @param folder owner-only, there already
    /// @param clock names what is kept aside
    public static FolderSpool open(Path folder, SpoolLimits limits, Clock clock) {
        var spool = new FolderSpool(folder, limits, clock);
        spool.lock.lock();
        try {
            spool.slots.open();
            spool.told = spool.slots.events();
            spool.note();
            spool.reserve.refill();
        } finally {
            spool.lock.unlock();
        }
        return spool;
    }

    @Override
    public void append(EventBatch batch) throws SpoolException {
        perform(() -> {
            requireRoom();
            slots.own().append(batch);
            return told += batch.events().size();
        });
    }

    private void requireRoom() throws SpoolException {
        if (status.bytes() >= limits.maxBytes()) {
            throw new SpoolException(Kind.FULL, "The spool has reached its limit of " + limits.maxBytes() + " bytes.",
                    null);
        }
        if (reserve.free() < limits.minFreeBytes()) {
            throw new SpoolException(Kind.FULL, "The disk has less than " + limits.minFreeBytes() + " bytes left.",
                    null);
        }
    }

    @Override
    public SpooledEvents peek(int events) throws SpoolException {
        return perform(() -> {
            slots.adopt();
            var batches = slots.head().peek(events);
            reserve.refill();
            long change = slots.events() - told;
            told += change;
            return new SpooledEvents(batches, Math.max(0, change), Math.max(0, -change));
        });
    }

    @Override
    public void remove(List<SpooledBatch> done) throws SpoolException {
        long events = done.stream().mapToLong(batch -> batch.batch().events().size()).sum();
        takeOut(events, head -> head.remove(done.getFirst().firstSeq(), done.getLast().lastSeq()));
    }

    @Override
    public void split(SpooledBatch batch) throws SpoolException {
        takeOut(0, head -> head.split(batch));
    }

    @Override
    public void setAside(SpooledBatch single, String reason) throws SpoolException {
        takeOut(1, head -> head.setAside(single.lastSeq(), reason));
    }

    private interface Removal {
        void from(SpoolFile head) throws SQLException, DamagedException;
    }

    private void takeOut(long events, Removal removal) throws SpoolException {
        perform(() -> {
            try {
                removal.from(slots.head());
            } catch (SQLException e) {
                if (!Sqlite.isFull(e) || !reserve.release()) {
                    throw e;
                }
                removal.from(slots.head());
            }
            slots.leaveEmpty();
            return told -= events;
        });
    }

    private interface Work<T> {
        T run() throws SQLException, DamagedException, SpoolException;
    }

    private <T> T perform(Work<T> work) throws SpoolException {
        lock.lock();
        try {
            if (closed) {
                throw new SpoolException(Kind.BROKEN, "The spool is closed.", null);
            }
            return work.run();
        } catch (SQLException e) {
            if (Sqlite.isFull(e)) {
                throw new SpoolException(Kind.FULL, "The disk of the spool is full.", e);
            }
            slots.doubt();
            throw new SpoolException(Kind.BROKEN, "The spool cannot be used: " + e.getMessage(), e);
        } catch (DamagedException e) {
            slots.doubt();
            throw new SpoolException(Kind.BROKEN, "The spool is damaged: " + e.getMessage(), e);
        } finally {
            note();
            lock.unlock();
        }
    }

    private void note() {
        status = new SpoolStatus(slots.events(), slots.bytes(), slots.oldest(), slots.setAside(), slots.damage());
    }

    @Override
    public boolean isEmpty() {
        return status.events() == 0;
    }

    @Override
    public SpoolStatus status() {
        return status;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                slots.close();
            }
        } finally {
            lock.unlock();
        }
    }
}

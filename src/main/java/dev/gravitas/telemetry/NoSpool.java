package dev.gravitas.telemetry;

import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.EventBatch;

import java.util.List;

/// For a logger that keeps nothing on the disk: always empty, and without room.
record NoSpool() implements Spool {
    @Override
    public void append(EventBatch batch) throws SpoolException {
        throw new SpoolException(SpoolException.Kind.BROKEN, "This logger has no spool.", null);
    }

    @Override
    public SpooledEvents peek(int events) {
        return new SpooledEvents(List.of(), 0, 0);
    }

    @Override
    public void remove(List<SpooledBatch> done) {
        // Nothing is ever taken from it.
    }

    @Override
    public void split(SpooledBatch batch) {
        // Nothing is ever taken from it.
    }

    @Override
    public void setAside(SpooledBatch single, String reason) {
        // Nothing is ever taken from it.
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public SpoolStatus status() {
        return SpoolStatus.EMPTY;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

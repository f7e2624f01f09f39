package dev.gravitas.store;

import java.util.List;

/// Writes events. Thread-safe; every call blocks until the commit or the failure, at most the store's time limits.
@FunctionalInterface
public interface EventWriter {
    /// Commits the batches durably, all of them in one transaction and in this order. A batch whose id is already in the
    /// database is left alone, so a call can be repeated after a commit in doubt, alone or together with others.
    ///
    /// @throws StoreException UNAVAILABLE: may or may not be committed, repeat with the same ids; REFUSED_DATA: nothing of
    ///   the batches that were new is stored
    void write(List<EventBatch> batches) throws StoreException;

    /// The same for one batch.
    default void write(EventBatch batch) throws StoreException {
        write(List.of(batch));
    }
}

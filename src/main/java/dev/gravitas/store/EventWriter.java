package dev.gravitas.store;

/// Writes events. Thread-safe; every call blocks until the commit or the failure, at most the store's time limits.
public interface EventWriter {
    /// Commits the batch durably. A batch whose id is already in the database is left alone, so a call can be repeated
    /// after a commit in doubt.
    ///
    /// @throws StoreException UNAVAILABLE: may or may not be committed, repeat with the same id; REFUSED_DATA: nothing of
    ///   the batch is stored
    void write(EventBatch batch) throws StoreException;
}

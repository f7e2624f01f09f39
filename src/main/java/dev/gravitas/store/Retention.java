package dev.gravitas.store;

import java.time.Instant;

/// Forgets what is too old to be kept. Thread-safe; every call blocks, and recording goes on meanwhile.
public interface Retention {
    /// Drops every UTC day that had ended by then, rows and sums, one day at a time.
    ///
    /// @throws StoreException when a day could not be dropped; those before it are gone
    Pruned prune(Instant before) throws StoreException;

    /// Gives back the room that days took in advance and did not need, for days that are over.
    ///
    /// @return how many days had any
    int settle() throws StoreException;

    /// Takes the present time for right, after [#isClockTrusted] did not.
    void confirmClock() throws StoreException;

    /// Whether the present time can be believed: a clock that is far ahead of the last time that any console saw would
    /// have everything dropped.
    boolean isClockTrusted() throws StoreException;

    /// What went.
    record Pruned(int days, long rows) {}
}

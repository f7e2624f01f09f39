package dev.gravitas.archive;

import org.jspecify.annotations.Nullable;

/// Hears how far an import is, on the thread that runs it, about every thousand rows. Must return soon.
@FunctionalInterface
public interface ImportProgress {
    void reached(Step step);

    /// What the import is doing: reading the whole file once to recognise and count it, then storing its rows.
    enum Phase {
        CHECKING, STORING
    }

    /// One moment of an import.
    ///
    /// @param bytesDone of `bytesTotal`, in this phase
    /// @param rowsDone in this phase
    /// @param rowsTotal null while they are still being counted
    record Step(Phase phase, long bytesDone, long bytesTotal, long rowsDone, @Nullable Long rowsTotal) {}
}

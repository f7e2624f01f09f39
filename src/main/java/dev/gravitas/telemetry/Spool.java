package dev.gravitas.telemetry;

import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.EventBatch;

import java.util.List;

/// Where events wait while the database is away: a queue of batches on this machine's disk that a crash cannot harm.
///
/// Thread-safe for one thread that appends and one that takes out. Calls block as long as the disk takes; [#isEmpty] and
/// [#status] never do.
public interface Spool extends AutoCloseable {
    /// Puts the batch behind all others. On return it is safe from a power cut.
    ///
    /// @throws SpoolException FULL: no room within quota or disk, nothing was kept; BROKEN: nothing was kept as far as is
    ///   known. Either may pass
    void append(EventBatch batch) throws SpoolException;

    /// The oldest batches, in order, whole and unchanged from call to call: as many as it takes to reach so many events.
    SpooledEvents peek(int events) throws SpoolException;

    /// Takes out neighbouring batches of the last [#peek].
    void remove(List<SpooledBatch> done) throws SpoolException;

    /// Replaces one batch of the last [#peek] by its two [SpooledBatch#halves], durably.
    void split(SpooledBatch batch) throws SpoolException;

    /// Takes out a batch of one event of the last [#peek] and keeps the event beside the queue.
    ///
    /// @param reason for the operator who looks at it later
    void setAside(SpooledBatch single, String reason) throws SpoolException;

    boolean isEmpty();

    SpoolStatus status();

    /// Leaves what is in the spool for the next one who opens it.
    @Override
    void close();
}

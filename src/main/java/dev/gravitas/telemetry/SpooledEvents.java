package dev.gravitas.telemetry;

import java.util.List;

/// A look at the oldest end of a spool.
///
/// @param batches empty when nothing waits
/// @param adopted events that this look has found in what other loggers left behind, and has taken over
/// @param lost events that this look has found unreadable; they have left the spool
public record SpooledEvents(List<SpooledBatch> batches, long adopted, long lost) {
    public SpooledEvents {
        batches = List.copyOf(batches);
    }
}

package dev.gravitas.model;

import java.util.Map;

/// Counts of one logger since it was opened: accepted = stored + spooled + pending + the sum of dropped, at every moment.
///
/// Events that the logger found in its spool and took over count as accepted.
///
/// @param stored committed in the database
/// @param spooled safe on this machine's disk, on their way to the database
/// @param refused never accepted, by reason
/// @param dropped accepted but neither stored nor spooled, by reason
public record LoggerCounters(long accepted, long stored, long spooled, long pending, Map<String, Long> refused,
        Map<String, Long> dropped) {

    public LoggerCounters {
        refused = Map.copyOf(refused);
        dropped = Map.copyOf(dropped);
    }

    /// Whether every accepted event is accounted for.
    public boolean addUp() {
        return accepted == stored + spooled + pending + droppedEvents();
    }

    /// All that was dropped, whatever the reason.
    public long droppedEvents() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}

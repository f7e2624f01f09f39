package dev.gravitas.model;

import java.util.Map;

/// Counts of one logger since it was opened: accepted = stored + pending + the sum of dropped.
///
/// @param refused never accepted, by reason
/// @param dropped accepted but not stored, by reason
public record LoggerCounters(long accepted, long stored, long pending, Map<String, Long> refused,
        Map<String, Long> dropped) {

    public LoggerCounters {
        refused = Map.copyOf(refused);
        dropped = Map.copyOf(dropped);
    }
}

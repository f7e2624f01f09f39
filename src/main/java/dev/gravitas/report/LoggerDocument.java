package dev.gravitas.report;

import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.SpoolStatus;

import java.util.Map;
import java.util.TreeMap;

/// Counts of the recording logger since it was opened: accepted = stored + spooled + pending + the sum of dropped.
///
/// @param dropped accepted but given up, by reason
/// @param refused never accepted, by reason
public record LoggerDocument(long accepted, long stored, long spooled, long pending, Map<String, Long> dropped,
        Map<String, Long> refused, SpoolDocument spool) {
    public LoggerDocument {
        dropped = new TreeMap<>(dropped);
        refused = new TreeMap<>(refused);
    }

    public static LoggerDocument of(LoggerCounters counters, SpoolStatus spool) {
        return new LoggerDocument(counters.accepted(), counters.stored(), counters.spooled(), counters.pending(),
                counters.dropped(), counters.refused(), SpoolDocument.of(spool));
    }

    /// All that was given up, whatever the reason.
    public long droppedEvents() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}

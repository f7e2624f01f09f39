package dev.gravitas.store;

import dev.gravitas.model.TelemetryEvent;

import java.util.List;
import java.util.UUID;

/// Events that are committed together or not at all.
///
/// @param id written to `telemetry_batch` in the same transaction, so that a commit in doubt can be settled
public record EventBatch(UUID id, List<TelemetryEvent> events) {
    public EventBatch {
        events = List.copyOf(events);
    }
}

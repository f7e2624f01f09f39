package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One row of `system_telemetry` on its way in (specification section 3).
///
/// @param eventType what happened, never blank; see [EventType] for ours, others are stored as they come
/// @param component what it happened to: model name or GPU id
/// @param value the figure in the unit of the event type (seconds, ms/token, MiB), finite
/// @param metadataJson a JSON object as text, or null for none
/// @param status free text; see [EventStatus#isFailed] for the ones that mean failure
/// @param timestamp when it happened, by the console's clock
public record TelemetryEvent(String eventType, @Nullable String component, @Nullable Double value,
        @Nullable String metadataJson, @Nullable String status, Instant timestamp) {}

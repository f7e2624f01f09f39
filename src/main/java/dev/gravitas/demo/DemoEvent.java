package dev.gravitas.demo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// Something that the scenario has happen, as it is given to the logger.
///
/// @param metadata in the order in which it is written
record DemoEvent(Instant at, String type, String component, @Nullable Double value, Map<String, Object> metadata,
        String status) {}

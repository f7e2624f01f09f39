package dev.gravitas.config;

import dev.gravitas.model.FootprintThresholds;

/// Everything that can be set, checked.
///
/// @param endpointPort port asked for, 0 for any free one
public record Settings(DatabaseSettings database, int endpointPort, FootprintThresholds thresholds) {
    public static final int DEFAULT_ENDPOINT_PORT = 8417;
}

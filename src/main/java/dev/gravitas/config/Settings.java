package dev.gravitas.config;

import dev.gravitas.model.FootprintThresholds;
import org.jspecify.annotations.Nullable;

/// Everything that can be set, checked.
///
/// @param hostLabel name of this workstation in every row that it writes, null for the random one that it keeps
/// @param endpointPort port asked for, 0 for any free one
public record Settings(DatabaseSettings database, @Nullable String hostLabel, int endpointPort,
        FootprintThresholds thresholds, GpuSettings gpu) {
    public static final int DEFAULT_ENDPOINT_PORT = 8417;
}

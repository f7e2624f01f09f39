package dev.gravitas.model;

/// When the telemetry table is too large (specification section 7).
public record FootprintThresholds(long maxTableBytes, long maxRows) {
    public static final FootprintThresholds DEFAULT = new FootprintThresholds(100_000_000, 1_000_000);
}

package dev.gravitas.telemetry;

import java.time.Duration;

/// Bounds of one logger.
///
/// @param maxEvents that may wait for their commit at once
/// @param maxBytes of memory that they may take, estimated
/// @param batchSize events in one commit at most
/// @param completionLimit after the call, every future is complete
/// @param closeLimit for writing what is still waiting when the logger is closed
public record LoggerLimits(int maxEvents, long maxBytes, int batchSize, Duration completionLimit,
        Duration closeLimit) {
    public static final LoggerLimits DEFAULT = new LoggerLimits(100_000, 64L << 20, 5_000, Duration.ofSeconds(10),
            Duration.ofSeconds(5));

    public LoggerLimits {
        if (maxEvents < 1 || maxBytes < 1 || batchSize < 1 || !completionLimit.isPositive()
                || closeLimit.isNegative()) {
            throw new IllegalArgumentException("Limits of a logger must be positive.");
        }
    }
}

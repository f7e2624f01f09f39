package dev.gravitas.telemetry;

import java.time.Duration;

/// Bounds of one logger.
///
/// @param maxEvents that may wait for their commit at once
/// @param maxBytes of memory that they may take, estimated
/// @param batchSize events in one commit at most
/// @param writeLimit after which a write that has not come back counts as in doubt, and its events are spooled; well
///   below half the completion limit
/// @param completionLimit after the call, every future is complete; also how long an event waits for room in a full spool
/// @param closeLimit for writing what is still waiting when the logger is closed
public record LoggerLimits(int maxEvents, long maxBytes, int batchSize, Duration writeLimit, Duration completionLimit,
        Duration closeLimit) {
    public static final LoggerLimits DEFAULT = new LoggerLimits(100_000, 64L << 20, 10_000, Duration.ofMillis(2_500),
            Duration.ofSeconds(10), Duration.ofSeconds(5));

    public LoggerLimits {
        if (maxEvents < 1 || maxBytes < 1 || batchSize < 1 || !writeLimit.isPositive() || !completionLimit.isPositive()
                || closeLimit.isNegative()) {
            throw new IllegalArgumentException("Limits of a logger must be positive.");
        }
    }
}

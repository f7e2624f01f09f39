package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// Load latency of one model over some span, in seconds. Failed loads are counted and enter no time; the times are null
/// when no load tells one.
///
/// @param loads that succeeded
/// @param timed of those, the ones that tell how long they took; the times are theirs
public record LoadLatency(long loads, long timed, long failed, @Nullable Double meanSeconds,
        @Nullable Double p50Seconds,
        @Nullable Double p95Seconds) {}

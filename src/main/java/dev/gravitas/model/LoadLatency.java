package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// Load latency of one model over some span, in seconds. Failed loads are counted and enter no time; the times are null
/// when no load succeeded.
///
/// @param loads that succeeded
public record LoadLatency(long loads, long failed, @Nullable Double meanSeconds, @Nullable Double p50Seconds,
        @Nullable Double p95Seconds) {}

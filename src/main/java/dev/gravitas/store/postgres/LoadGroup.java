package dev.gravitas.store.postgres;

import dev.gravitas.model.LoadLatency;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Loads of one model in one slice of time, or in all of them where the slice is null.
record LoadGroup(String component, @Nullable Instant slice, LoadLatency latency) {}

package dev.gravitas.store.postgres;

import dev.gravitas.model.LoadLatency;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Loads of one model on one UTC day, or over all days where the day is null.
record LoadGroup(String component, @Nullable LocalDate day, LoadLatency latency) {}

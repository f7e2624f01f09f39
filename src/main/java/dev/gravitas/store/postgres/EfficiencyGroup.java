package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import dev.gravitas.model.Quantiles;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Rows of one model and one definition in a window.
///
/// @param notRanked failed or without tokens
record EfficiencyGroup(String component, Definition definition, long requests, long notRanked, double ms, double tokens,
        @Nullable Quantiles quantiles, @Nullable Double ttftP50Ms, Instant firstSeen,
        Instant lastSeen) implements Usage {}

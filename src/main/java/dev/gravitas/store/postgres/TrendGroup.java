package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Rows of one model and one definition in one slice of time.
///
/// @param figures of the requests, null where none is ranked
record TrendGroup(String component, Definition definition, Instant slice, long requests, double ms, double tokens,
        @Nullable Figures figures) implements Usage {}

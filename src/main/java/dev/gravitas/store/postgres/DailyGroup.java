package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Rows of one model and one definition on one UTC day.
///
/// @param figures of the requests, null where none is ranked
record DailyGroup(String component, Definition definition, LocalDate day, long requests, double ms, double tokens,
        @Nullable Figures figures) implements Usage {}

package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How many rows the telemetry table holds. `thought` = `ranked` + `notRanked`.
public record StoredRows(long total, long thought, long ranked, long notRanked, @Nullable Instant newest) {}

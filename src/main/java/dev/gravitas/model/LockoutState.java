package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Whether a GPU is locked out now.
///
/// @param thresholdBytes below how much free memory it is
/// @param locked whether a lockout lasts, or free memory is below the threshold where nobody watched it before
/// @param since when, null for not locked out or where that is not known
public record LockoutState(long thresholdBytes, boolean locked, @Nullable Instant since) {}

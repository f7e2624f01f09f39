package dev.gravitas.model;

import java.time.Instant;

/// The last run of one duty of the store's upkeep.
///
/// @param task `prune`, `reconcile` or `clock`
/// @param detail one plain sentence about the outcome
public record UpkeepRecord(String task, Instant doneAt, String detail) {}

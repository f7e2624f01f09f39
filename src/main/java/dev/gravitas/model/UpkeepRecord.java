package dev.gravitas.model;

import java.time.Instant;

/// The last run of one duty of the store's upkeep.
///
/// @param task which duty, as `prune`, `reconcile`, `clock` or `review_footprint`
/// @param detail one plain sentence about the outcome
public record UpkeepRecord(String task, Instant doneAt, String detail) {
    /// The task that removes rows which are too old.
    public static final String PRUNE = "prune";
}

package dev.gravitas.e2e.oracle;

import java.time.Instant;

/// A row as plain SQL sees it.
///
/// @param transaction number of the transaction that inserted it; one writer's numbers ascend with its commits
/// @param time when the event happened, as the row says
public record StoredRow(EventId id, long transaction, Instant time) {}

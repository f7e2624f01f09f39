package dev.gravitas.e2e.torture;

import java.time.Instant;

/// A row as plain SQL sees it.
///
/// @param transaction number of the transaction that inserted it; one writer's numbers ascend with its commits
/// @param time when the event happened, as the row says
record StoredRow(EventId id, long transaction, Instant time) {}

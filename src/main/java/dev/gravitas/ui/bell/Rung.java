package dev.gravitas.ui.bell;

import java.time.Instant;

/// A line of the bell's history.
///
/// @param times how often it happened
/// @param at when it happened last
/// @param first when it happened first
/// @param unseen whether it happened after somebody last looked
record Rung(Ring ring, int times, Instant at, Instant first, boolean unseen) {
    Rung again(Ring newer, Instant now) {
        return new Rung(newer, times + 1, now, first, true);
    }

    Rung seen() {
        return new Rung(ring, times, at, first, false);
    }
}

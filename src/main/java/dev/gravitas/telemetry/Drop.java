package dev.gravitas.telemetry;

import java.util.Locale;

/// Why an accepted event was not acknowledged. Counted under [#text].
///
/// - `DATABASE_UNAVAILABLE`: no commit was confirmed within the completion limit; a commit in doubt may have happened
/// - `REFUSED_BY_DATABASE`: the database cannot store this very event
/// - `NOT_DURABLE`: the database answers, but does not promise durability
/// - `NOT_FLUSHED`: still waiting when the time for closing was up
enum Drop {
    DATABASE_UNAVAILABLE, REFUSED_BY_DATABASE, NOT_DURABLE, NOT_FLUSHED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

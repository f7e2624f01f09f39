package dev.gravitas.telemetry;

import java.util.Locale;

/// Why an accepted event was given up. Counted under [#text].
///
/// - `DATABASE_UNAVAILABLE`: neither database nor spool confirmed it within the completion limit; a commit in doubt may
///   have happened
/// - `SPOOL_FULL`: the database is away, and the spool had no room within the completion limit
/// - `REFUSED_BY_DATABASE`: the database cannot store this very event
/// - `SPOOL_DAMAGED`: the disk lost it after it was spooled
/// - `NOT_FLUSHED`: still waiting when the time for closing was up
enum Drop {
    DATABASE_UNAVAILABLE, SPOOL_FULL, REFUSED_BY_DATABASE, SPOOL_DAMAGED, NOT_FLUSHED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

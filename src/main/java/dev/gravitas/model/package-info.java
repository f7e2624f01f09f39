/// What everything else talks about: immutable records and sealed types for events, figures and states.
///
/// Knows java.base only. Everyone may use it. Times are [java.time.Instant]s, durations carry their unit in the name
/// (`…Ms`, `…Seconds`), sizes are bytes.
@NullMarked
package dev.gravitas.model;

import org.jspecify.annotations.NullMarked;

/// The sensor: [dev.gravitas.telemetry.TelemetryLogger] takes events from any thread, commits them in groups and answers
/// questions about them. While the database is away it keeps them in a [dev.gravitas.telemetry.Spool]. Public API for
/// embedders; needs no JavaFX.
@NullMarked
package dev.gravitas.telemetry;

import org.jspecify.annotations.NullMarked;

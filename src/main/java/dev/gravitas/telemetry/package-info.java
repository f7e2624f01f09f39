/// The sensor: [dev.gravitas.telemetry.TelemetryLogger] takes events from any thread, commits them in groups and answers
/// questions about them. Public API for embedders; needs no JavaFX.
@NullMarked
package dev.gravitas.telemetry;

import org.jspecify.annotations.NullMarked;

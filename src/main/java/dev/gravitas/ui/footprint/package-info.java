/// What the telemetry costs on disk, against its thresholds.
@NullMarked
package dev.gravitas.ui.footprint;

import org.jspecify.annotations.NullMarked;

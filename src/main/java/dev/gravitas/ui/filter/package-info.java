/// Which part of the telemetry is shown: window of time and model. Shared by the shell, which lets the operator choose,
/// and the views, which read by it.
@NullMarked
package dev.gravitas.ui.filter;

import org.jspecify.annotations.NullMarked;

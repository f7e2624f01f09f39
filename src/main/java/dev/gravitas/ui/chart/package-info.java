/// Bars, chips and the colour that a model keeps in all charts; `time` has the chart over time.
///
/// Views hand over immutable pictures (records).
@NullMarked
package dev.gravitas.ui.chart;

import org.jspecify.annotations.NullMarked;

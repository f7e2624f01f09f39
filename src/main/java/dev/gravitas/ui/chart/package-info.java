/// The charts, and the colour that a model keeps in all of them. The only package that sees chart-fx.
///
/// Views hand over immutable pictures (records) and know nothing of axes or canvases.
@NullMarked
package dev.gravitas.ui.chart;

import org.jspecify.annotations.NullMarked;

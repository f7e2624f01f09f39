/// The one chart over time: an immutable picture, the span of it that is shown, one crosshair for all charts of a view, and what
/// is told of it in words, in a table and in files. The only package that sees chart-fx.
///
/// A view hands over a [TimePicture] and knows nothing of axes or canvases. What needs no toolkit (thinning, spans, readings,
/// figures, sheets) is in classes of its own.
@NullMarked
package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.NullMarked;

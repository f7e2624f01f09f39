/// What every view needs of JavaFX: the hand-over to the FX thread, live reading with its states, view loading, texts and
/// formats.
///
/// Every package of the window may use it; it knows none of them.
@NullMarked
package dev.gravitas.ui.fx;

import org.jspecify.annotations.NullMarked;

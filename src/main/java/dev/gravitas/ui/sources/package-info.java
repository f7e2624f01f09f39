/// The view *Sources*. Nothing looks for engines yet, so it says how requests get here.
@NullMarked
package dev.gravitas.ui.sources;

import org.jspecify.annotations.NullMarked;

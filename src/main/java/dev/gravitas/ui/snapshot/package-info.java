/// Pictures of the real window without a display.
@NullMarked
package dev.gravitas.ui.snapshot;

import org.jspecify.annotations.NullMarked;

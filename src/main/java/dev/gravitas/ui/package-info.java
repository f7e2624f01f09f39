/// Everything JavaFX. Talks to the core through ports and never from the FX thread.
@NullMarked
package dev.gravitas.ui;

import org.jspecify.annotations.NullMarked;

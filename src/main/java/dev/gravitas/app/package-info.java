/// Composition root: the only package that knows every adapter. Builds the console, runs it as window, headless or for one
/// command, and closes everything in reverse order.
@NullMarked
package dev.gravitas.app;

import org.jspecify.annotations.NullMarked;

/// What helps the operator beyond the figures: the bundle of diagnostics, which is seen before it is saved, what this
/// console is made of, and the folders that it keeps.
@NullMarked
package dev.gravitas.ui.help;

import org.jspecify.annotations.NullMarked;

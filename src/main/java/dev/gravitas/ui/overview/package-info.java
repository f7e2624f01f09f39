/// The first view: one glance says whether all is well, and what is not leads to the view that shows it.
///
/// What is known now (the console about itself, the GPUs) is read each second, what is stored with each beat of the window; the first
/// never waits for the second. `ui.shell` puts it together.
@NullMarked
package dev.gravitas.ui.overview;

import org.jspecify.annotations.NullMarked;

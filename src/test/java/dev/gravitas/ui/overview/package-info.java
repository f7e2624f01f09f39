/// Promises of `ui.overview`, without a toolkit.
@NullMarked
package dev.gravitas.ui.overview;

import org.jspecify.annotations.NullMarked;

/// Promises of `ui.footprint`, without a toolkit.
@NullMarked
package dev.gravitas.ui.footprint;

import org.jspecify.annotations.NullMarked;

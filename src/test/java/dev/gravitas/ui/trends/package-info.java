/// Promises of `ui.trends`, without a toolkit.
@NullMarked
package dev.gravitas.ui.trends;

import org.jspecify.annotations.NullMarked;

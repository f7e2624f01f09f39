/// Promises of `ui.fx`, without a toolkit.
@NullMarked
package dev.gravitas.ui.fx;

import org.jspecify.annotations.NullMarked;

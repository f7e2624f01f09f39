/// Promises of `ui.efficiency`, without a toolkit.
@NullMarked
package dev.gravitas.ui.efficiency;

import org.jspecify.annotations.NullMarked;

/// Promises of `ui.compare`, without a toolkit.
@NullMarked
package dev.gravitas.ui.compare;

import org.jspecify.annotations.NullMarked;

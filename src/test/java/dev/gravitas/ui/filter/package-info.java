/// Promises of `ui.filter`, without a toolkit.
@NullMarked
package dev.gravitas.ui.filter;

import org.jspecify.annotations.NullMarked;

/// Promises of `ui.imports`, without a toolkit.
@NullMarked
package dev.gravitas.ui.imports;

import org.jspecify.annotations.NullMarked;

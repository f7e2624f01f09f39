/// Promises of `ui.shell`, without a toolkit.
@NullMarked
package dev.gravitas.ui.shell;

import org.jspecify.annotations.NullMarked;

/// Promises of `ui.vram`, without a toolkit.
@NullMarked
package dev.gravitas.ui.vram;

import org.jspecify.annotations.NullMarked;

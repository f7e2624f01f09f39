/// The ranking: which model is most efficient in a window of time.
@NullMarked
package dev.gravitas.ui.efficiency;

import org.jspecify.annotations.NullMarked;

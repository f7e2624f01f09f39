/// Two models over the same time, or one model over two times, side by side. Reached from the trends.
@NullMarked
package dev.gravitas.ui.compare;

import org.jspecify.annotations.NullMarked;

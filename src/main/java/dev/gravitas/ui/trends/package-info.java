/// Sixty days of every model: ms/token by day, and load latency beside it.
@NullMarked
package dev.gravitas.ui.trends;

import org.jspecify.annotations.NullMarked;

/// Promises of `ui.chart`, without a toolkit.
@NullMarked
package dev.gravitas.ui.chart;

import org.jspecify.annotations.NullMarked;

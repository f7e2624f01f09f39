/// How models are judged by their figures. Pure: from records to verdicts, without a clock, a store or a window.
///
/// Everyone may use it; it knows `model` alone.
@NullMarked
package dev.gravitas.governance;

import org.jspecify.annotations.NullMarked;

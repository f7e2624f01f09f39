package dev.gravitas.ui.compare;

import dev.gravitas.ui.filter.WindowChoice.Range;

import java.util.Optional;

/// What is compared; a model that is not chosen is picked by its rank.
public sealed interface CompareChoice {

    /// Two models over one window.
    record Models(Optional<String> first, Optional<String> second) implements CompareChoice {}

    /// One model over a window and another time.
    ///
    /// @param written the other time where that is [Against#SPAN]
    record Periods(Optional<String> model, Against against, Optional<Range> written) implements CompareChoice {}
}

package dev.gravitas.ui.footprint;

/// What became of doing a duty by hand.
sealed interface DutyTrial {
    /// Nothing was tried, or it went well: the duty's own record tells.
    record None() implements DutyTrial {}

    record Running() implements DutyTrial {}

    /// @param why as a sentence
    record Failed(String why) implements DutyTrial {}
}

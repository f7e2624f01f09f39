package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.Diagnostics.Progress;

/// Where the bundle stands.
public sealed interface BundleState {
    /// Its parts are being read.
    ///
    /// @param stopping whether the operator wants no more of it
    record Reading(Progress progress, boolean stopping) implements BundleState {}

    /// They can be seen and saved.
    record Shown() implements BundleState {}

    /// There are none.
    ///
    /// @param why as a sentence
    record Missing(String why) implements BundleState {}
}

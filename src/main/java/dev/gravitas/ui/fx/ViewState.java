package dev.gravitas.ui.fx;

/// Where a view stands with its figures.
public sealed interface ViewState {
    /// The first figures, or those of a new choice, are on their way.
    record Loading() implements ViewState {}

    /// There are none, and what to do about it.
    record Empty(Notice notice) implements ViewState {}

    /// They are fresh.
    record Ready() implements ViewState {}

    /// The last ones stay on screen although newer ones could not be read.
    record Stale(Notice notice) implements ViewState {}

    /// There are none because they could not be read.
    record Failed(Notice notice) implements ViewState {}
}

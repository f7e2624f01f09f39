package dev.gravitas.ui.overview;

/// Something that is not well.
///
/// @param what is wrong, one sentence or less
/// @param more about it, and since when, where that is known
/// @param lead to the view that shows it
record Concern(Level level, String what, String more, Lead lead) {}

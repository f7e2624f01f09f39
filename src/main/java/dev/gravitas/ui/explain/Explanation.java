package dev.gravitas.ui.explain;

/// How one figure was measured, as it is told to the operator. A line that does not apply is empty.
///
/// @param subject what the figure is of
/// @param value as it is written on screen, with its unit
/// @param formula how it is made of what was measured
/// @param source where that comes from
/// @param count how much went into it
/// @param filter which part of all was asked for
/// @param definition what the times that went into it cover
/// @param read when, and how often it is read anew
public record Explanation(String subject, String value, String formula, String source, String count, String filter,
        String definition, String read) {}

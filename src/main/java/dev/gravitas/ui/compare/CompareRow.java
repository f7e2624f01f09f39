package dev.gravitas.ui.compare;

/// One figure of both sides as it is written on screen.
///
/// @param difference of the second from the first, or why there is none
public record CompareRow(String figure, String first, String second, String difference) {}

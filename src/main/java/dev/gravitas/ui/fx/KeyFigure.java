package dev.gravitas.ui.fx;

/// A figure that matters: the number, its unit, and a line about it.
public record KeyFigure(String value, String unit, String detail) {}

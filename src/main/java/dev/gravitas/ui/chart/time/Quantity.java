package dev.gravitas.ui.chart.time;

/// What a chart measures.
///
/// @param title of the chart, for those who cannot see it, and for the names of its files
/// @param unit of every value, as it is written behind one
/// @param decimals with which values are written
public record Quantity(String title, String unit, int decimals) {}

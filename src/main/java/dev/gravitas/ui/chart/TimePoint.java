package dev.gravitas.ui.chart;

import java.time.Instant;

/// A value at a moment.
public record TimePoint(Instant at, double value) {}

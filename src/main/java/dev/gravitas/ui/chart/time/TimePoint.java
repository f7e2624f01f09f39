package dev.gravitas.ui.chart.time;

import java.time.Instant;

/// A value at a moment.
public record TimePoint(Instant at, double value) {}

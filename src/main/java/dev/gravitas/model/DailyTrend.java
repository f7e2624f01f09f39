package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One UTC day of one model. A day without data has null figures: a gap, not a zero.
public record DailyTrend(LocalDate date, @Nullable Figures figures, @Nullable LoadLatency loadLatency) {

    /// Figures of a day, or another slice of time, with at least one ranked request; ms/token.
    public record Figures(double efficiencyScore, long requests, long tokensGenerated, double p50, double p95) {}
}

package dev.gravitas.model;

/// Nearest-rank quantiles of ms/token over requests, one vote each. From bins: within 1.5 % of the exact ones, so they are
/// shown with ≈.
public record Quantiles(double p50, double p95, double p99) {
    /// How far a quantile may be from the exact one, as a share of it.
    public static final double RELATIVE_ERROR = 0.015;
}

package dev.gravitas.model;

/// Nearest-rank quantiles of ms/token over requests, one vote each.
public record Quantiles(double p50, double p95, double p99) {}

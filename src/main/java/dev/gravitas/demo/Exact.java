package dev.gravitas.demo;

/// Rounds to binary fractions. Those add up to the same sum in any order, to the last digit, and so does what a store says of
/// them, in whatever batches they came.
final class Exact {
    private Exact() {
    }

    /// For ms and MiB.
    static double eighths(double figure) {
        return Math.round(figure * 8) / 8.0;
    }

    /// For seconds: each a whole number of eighths of a ms.
    static double sixtyFourths(double figure) {
        return Math.round(figure * 64) / 64.0;
    }
}

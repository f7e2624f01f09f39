package dev.gravitas.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Figures by name, as two ways to ask give them: exact ones, and quantiles that may be off by two percent.
final class Answer {
    private static final double EXACT = 1e-9;
    private static final double QUANTILE = 0.02;

    private final Map<String, Double> exact = new TreeMap<>();
    private final Map<String, Double> quantiles = new TreeMap<>();

    Answer exact(String name, double figure) {
        exact.put(name, figure);
        return this;
    }

    Answer quantile(String name, double figure) {
        quantiles.put(name, figure);
        return this;
    }

    /// The first figure in which the other answer differs, in words.
    Optional<String> difference(Answer other) {
        return difference(exact, other.exact, EXACT).or(() -> difference(quantiles, other.quantiles, QUANTILE));
    }

    private static Optional<String> difference(Map<String, Double> ours, Map<String, Double> theirs, double tolerance) {
        if (!ours.keySet().equals(theirs.keySet())) {
            return Optional.of("figures of " + ours.keySet() + " against " + theirs.keySet());
        }
        return ours.entrySet()
                .stream()
                .filter(figure -> !near(figure.getValue(), theirs.getOrDefault(figure.getKey(), Double.NaN), tolerance))
                .map(figure -> figure.getKey() + " is " + figure.getValue() + " against "
                        + theirs.get(figure.getKey()))
                .findFirst();
    }

    private static boolean near(double one, double other, double tolerance) {
        return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
    }
}

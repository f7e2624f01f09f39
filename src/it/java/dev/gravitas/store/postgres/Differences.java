package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What two ways of counting disagree about.
final class Differences {
    /// For sums, whose last digits depend on the order of adding.
    private static final double EXACT = 1e-9;
    /// For quantiles from bins (specification section 5).
    private static final double BINNED = 0.02;

    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return List.copyOf(found);
    }

    void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            note(what, expected, actual);
        }
    }

    /// Equal up to the order of adding figures that are none of them negative.
    void sum(String what, @Nullable Double expected, @Nullable Double actual) {
        within(EXACT, what, expected, actual);
    }

    /// Equal up to the order of adding figures whose sizes add up to `scale`.
    void sum(String what, double expected, double actual, double scale) {
        if (Math.abs(expected - actual) > EXACT * scale) {
            note(what, expected, actual);
        }
    }

    /// Equal, but for the sign of zero.
    void extreme(String what, @Nullable Double expected, @Nullable Double actual) {
        within(0, what, expected, actual);
    }

    void quantile(String what, @Nullable Double expected, @Nullable Double actual) {
        within(BINNED, what, expected, actual);
    }

    void count(String what, double expected, long actual) {
        // Other programs may write fractions of tokens, and half a token may be rounded either way.
        if (Math.abs(expected - actual) > Math.max(0.5 + EXACT, EXACT * expected)) {
            note(what, expected, actual);
        }
    }

    private void within(double share, String what, @Nullable Double expected, @Nullable Double actual) {
        boolean bothMissing = expected == null && actual == null;
        boolean close = expected != null && actual != null
                && Math.abs(expected - actual) <= share * Math.abs(expected);
        if (!bothMissing && !close) {
            note(what, expected, actual);
        }
    }

    private void note(String what, @Nullable Object expected, @Nullable Object actual) {
        found.add(what + ": the rows say " + expected + ", the store says " + actual);
    }
}

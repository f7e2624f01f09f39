package dev.gravitas.ui.preferences;

import java.util.List;

/// How large everything in the window is.
///
/// @param percent one of [#STEPS]
public record UiScale(int percent) {
    /// What can be chosen, in per cent.
    public static final List<Integer> STEPS = List.of(75, 90, 100, 110, 125, 150, 175, 200);
    public static final UiScale FULL = new UiScale(100);

    private static final double HUNDRED = 100;

    public UiScale {
        if (!STEPS.contains(percent)) {
            throw new IllegalArgumentException("The size is one of " + STEPS + " per cent, not " + percent);
        }
    }

    /// 1 for the size as designed.
    public double factor() {
        return percent / HUNDRED;
    }
}

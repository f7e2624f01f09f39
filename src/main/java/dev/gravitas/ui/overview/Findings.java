package dev.gravitas.ui.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers what a round of checks finds. For one thread.
final class Findings {
    private final List<Concern> concerns = new ArrayList<>();
    private final List<String> well = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    void worry(Concern concern) {
        concerns.add(concern);
    }

    /// @param what was checked, and is well
    void well(String what) {
        well.add(what);
    }

    /// @param what could not be checked, and why
    void unchecked(String what) {
        unchecked.add(what);
    }

    /// The worst first, those that are as bad in the order in which they were found.
    List<Concern> concerns() {
        return concerns.stream().sorted(Comparator.comparing(Concern::level).reversed()).toList();
    }

    List<String> well() {
        return well;
    }

    List<String> unchecked() {
        return unchecked;
    }
}

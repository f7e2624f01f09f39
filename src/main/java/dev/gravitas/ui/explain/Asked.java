package dev.gravitas.ui.explain;

import java.util.List;

/// What was asked for, among what stands beside it.
///
/// @param all in the order in which one walks through them
/// @param at the one that was asked for; within them, or 0 where there are none
public record Asked(List<Explanation> all, int at) {
    public Asked {
        all = List.copyOf(all);
        if (at < 0 || at > 0 && at >= all.size()) {
            throw new IllegalArgumentException("Nothing was explained at " + at + " of " + all.size());
        }
    }

    /// Several figures that are shown as one, the first of them first.
    public static Asked all(List<Explanation> all) {
        return new Asked(all, 0);
    }
}

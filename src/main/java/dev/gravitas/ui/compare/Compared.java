package dev.gravitas.ui.compare;

import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.filter.WindowChoice.Range;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Two sides and what may be said of them. Of two times the first is the one that the other is held against.
///
/// @param periods whether it is one model over two times
/// @param models that could be compared, the best first
/// @param read when
record Compared(Side first, Side second, boolean periods, SliceWidth width, List<String> models, Instant read) {
    /// With fewer requests on a side a ratio would be chance.
    static final int FEWEST = 20;
    /// With fewer loads that tell their time.
    static final int FEWEST_LOADS = 5;

    Compared {
        models = List.copyOf(models);
    }

    /// Before which nothing is kept.
    Instant oldest() {
        return Range.oldest(read);
    }

    /// The whole slices that are drawn: those of the second, and as many as the first has.
    TimeWindow drawn() {
        var whole = width.whole(second.window());
        var end = whole.from().plus(width.length().multipliedBy(first.slices().size()));
        return new TimeWindow(whole.from(), end.isAfter(whole.to()) ? end : whole.to());
    }

    /// By how much the slices of the first are moved, to be drawn over those of the second.
    Duration moved() {
        return Duration.between(width.whole(first.window()).from(), width.whole(second.window()).from());
    }

    /// Whether both sides measured the same, or one of them nothing.
    boolean comparable() {
        var one = first.figures();
        var other = second.figures();
        return one == null || other == null || one.definition() == null || other.definition() == null
                || one.definition() == other.definition();
    }

    /// Whether both have so many requests that a ratio may be told.
    boolean enough() {
        return comparable() && first.requests() >= FEWEST && second.requests() >= FEWEST;
    }

    boolean enoughLoads() {
        return timed(first) >= FEWEST_LOADS && timed(second) >= FEWEST_LOADS;
    }

    private static long timed(Side side) {
        var loads = side.loads();
        return loads == null ? 0 : loads.timed();
    }

    /// How many times the second is as much as the first; null where there is nothing to divide.
    static @Nullable Double ratio(@Nullable Double first, @Nullable Double second) {
        return first == null || second == null || first <= 0 ? null : second / first;
    }
}

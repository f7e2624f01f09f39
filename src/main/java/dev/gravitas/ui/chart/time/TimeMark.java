package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Something that happened, drawn across all lines.
///
/// @param until the end of what lasted, null for a moment
/// @param text beside the mark, where there is room
/// @param whole all about it, shown on pointing at it
/// @param alert whether it was a bad thing: it is drawn stronger, and its text goes before others
public record TimeMark(Instant at, @Nullable Instant until, String text, String whole, boolean alert) {
    /// The end of what lasted, of a moment the moment itself.
    Instant end() {
        return until == null ? at : until;
    }

    /// Whether it lies in a span of time, or reaches into it.
    boolean touches(Instant from, Instant to) {
        return !end().isBefore(from) && !at.isAfter(to);
    }
}

package dev.gravitas.ui.compare;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.filter.WindowChoice.Range;

import java.time.Duration;
import java.util.Optional;

/// With which time a window is compared.
///
/// - `BEFORE`: as long, right before it
/// - `DAY`, `WEEK`: 24 hours, or seven times that, earlier
/// - `SPAN`: another span that was written
public enum Against {
    BEFORE, DAY, WEEK, SPAN;

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration ONE_WEEK = Duration.ofDays(7);

    /// @param written the other span; without one it is as [#BEFORE]
    TimeWindow of(TimeWindow window, Optional<Range> written) {
        return switch (this) {
            case BEFORE -> earlier(window, Duration.between(window.from(), window.to()));
            case DAY -> earlier(window, ONE_DAY);
            case WEEK -> earlier(window, ONE_WEEK);
            case SPAN -> written.map(range -> new TimeWindow(range.from(), range.to()))
                    .orElseGet(() -> BEFORE.of(window, written));
        };
    }

    private static TimeWindow earlier(TimeWindow window, Duration by) {
        return new TimeWindow(window.from().minus(by), window.to().minus(by));
    }
}

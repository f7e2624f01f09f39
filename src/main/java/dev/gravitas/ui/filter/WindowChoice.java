package dev.gravitas.ui.filter;

import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Which span of time to show.
public sealed interface WindowChoice {
    /// The span as of a moment.
    TimeWindow at(Instant now);

    /// A rolling window that ends now.
    enum Rolling implements WindowChoice {
        HOUR(Duration.ofHours(1)), DAY(Duration.ofHours(24)), WEEK(Duration.ofDays(7)), SIXTY_DAYS(Duration.ofDays(60));

        private final Duration length;

        Rolling(Duration length) {
            this.length = length;
        }

        @Override
        public TimeWindow at(Instant now) {
            return TimeWindow.last(length, now);
        }
    }

    /// A span that stays where it is.
    record Range(Instant from, Instant to) implements WindowChoice {
        private static final Duration KEPT = Duration.ofDays(SixtyDayStatistics.DAYS);

        public Range {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A range must end after it begins: " + from + " to " + to);
            }
        }

        /// The moment before which nothing is kept: days are dropped whole.
        public static Instant oldest(Instant now) {
            return now.minus(KEPT).truncatedTo(ChronoUnit.DAYS);
        }

        /// Whether all of it may still be stored.
        public boolean isKept(Instant now) {
            return !from.isBefore(oldest(now));
        }

        @Override
        public TimeWindow at(Instant now) {
            return new TimeWindow(from, to);
        }
    }
}

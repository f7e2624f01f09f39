package dev.gravitas.ui.filter;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

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

    /// Whole UTC days, both included.
    record Days(LocalDate first, LocalDate last) implements WindowChoice {
        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("The last day lies before the first: " + first + " to " + last);
            }
        }

        @Override
        public TimeWindow at(Instant now) {
            return new TimeWindow(first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }
}

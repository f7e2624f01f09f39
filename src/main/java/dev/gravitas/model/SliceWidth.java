package dev.gravitas.model;

import java.time.Duration;
import java.time.Instant;

/// How long the slices are that a span of time is told in. Slices begin with UTC days or divide them evenly.
public enum SliceWidth {
    QUARTER(Duration.ofMinutes(15)), HOUR(Duration.ofHours(1)), SIX_HOURS(Duration.ofHours(6)), DAY(Duration.ofDays(1));

    /// So many points make a line that can be read.
    private static final int MOST = 60;

    private final Duration length;

    SliceWidth(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /// The shortest of which not more than 60 fill so long a span, else days.
    public static SliceWidth of(Duration span) {
        for (var width : values()) {
            if (span.compareTo(width.length.multipliedBy(MOST)) <= 0) {
                return width;
            }
        }
        return DAY;
    }

    /// The whole slices that a window touches.
    public TimeWindow whole(TimeWindow window) {
        var last = floor(window.to());
        return new TimeWindow(floor(window.from()), last.equals(window.to()) ? last : last.plus(length));
    }

    private Instant floor(Instant at) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}

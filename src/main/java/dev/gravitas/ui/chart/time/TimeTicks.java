package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.fx.Formats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Which moments a time axis names: evenly spaced at times that are round where the operator reads them.
///
/// @param step between two of them
/// @param moments oldest first
record TimeTicks(Grain grain, Duration step, List<Instant> moments) {
    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2),
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(30),
            Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10),
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2),
            Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(2),
            Duration.ofDays(5), Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(100));

    /// For days each name stands at noon, where the day's reading is.
    ///
    /// @param most how many names fit side by side, at least one
    static TimeTicks of(Grain grain, TimeWindow span, int most, ZoneId zone) {
        if (grain != Grain.DAYS) {
            return in(span, most, zone);
        }
        var half = Duration.ofHours(12);
        var first = span.from().plus(half).minusMillis(1).atOffset(ZoneOffset.UTC).toLocalDate();
        var last = span.to().minus(half).atOffset(ZoneOffset.UTC).toLocalDate();
        var days = last.isBefore(first) ? List.<LocalDate>of() : DayTicks.between(first, last, most);
        return new TimeTicks(grain, Duration.ofDays(1),
                days.stream().map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)).toList());
    }

    /// @param most how many names fit side by side, at least one
    static TimeTicks in(TimeWindow window, int most, ZoneId zone) {
        var length = Duration.between(window.from(), window.to());
        var step = STEPS.stream()
                .filter(candidate -> length.dividedBy(candidate) <= most)
                .findFirst()
                .orElse(STEPS.getLast());
        // Within an hour nothing is skipped or told twice that the offset at its start does not place right.
        return new TimeTicks(Grain.MOMENTS, step,
                moments(window, step, step.toHours() > 0 ? zone : zone.getRules().getOffset(window.from())));
    }

    /// By the clock on the wall, so that the names are round on both sides of a change to summer time and back.
    private static List<Instant> moments(TimeWindow window, Duration step, ZoneId zone) {
        var moments = new ArrayList<Instant>();
        long seconds = step.toSeconds();
        var wall = window.from().atZone(zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
        long next = Math.ceilDiv(wall, seconds) * seconds;
        for (var at = onTheWall(next, zone); !at.isAfter(window.to()); at = onTheWall(next, zone)) {
            if (!at.isBefore(window.from()) && (moments.isEmpty() || moments.getLast().isBefore(at))) {
                moments.add(at);
            }
            next += seconds;
        }
        return moments;
    }

    private static Instant onTheWall(long seconds, ZoneId zone) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).atZone(zone).toInstant();
    }

    /// Whether a name must tell the day.
    boolean daily() {
        return step.compareTo(Duration.ofDays(1)) >= 0;
    }

    /// What is written below a moment.
    String name(Instant at, TimeWindow span, Formats formats) {
        if (grain == Grain.DAYS) {
            return formats.day(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        if (daily()) {
            return formats.day(at);
        }
        if (step.compareTo(Duration.ofMinutes(1)) < 0) {
            return formats.second(at);
        }
        return overDays(span) ? formats.minute(at) : formats.hour(at);
    }

    /// Whether the same hour comes twice in the window, so that a name must tell the day too.
    static boolean overDays(TimeWindow window) {
        return Duration.between(window.from(), window.to()).compareTo(Duration.ofHours(25)) > 0;
    }
}

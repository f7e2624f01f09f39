package dev.gravitas.ui.chart.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which days a date axis names: evenly spaced, the newest always among them.
final class DayTicks {
    private static final int[] STEPS = {1, 2, 5, 7, 10, 15, 30};

    private DayTicks() {
    }

    /// @param most how many names fit side by side, at least one
    static List<LocalDate> between(LocalDate first, LocalDate last, int most) {
        var days = last.toEpochDay() - first.toEpochDay() + 1;
        var step = days;
        for (var candidate : STEPS) {
            if ((days + candidate - 1) / candidate <= most) {
                step = candidate;
                break;
            }
        }
        var ticks = new ArrayList<LocalDate>();
        for (var day = last; !day.isBefore(first); day = day.minusDays(step)) {
            ticks.addFirst(day);
        }
        return ticks;
    }
}

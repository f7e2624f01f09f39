package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;

/// One line of a chart over time.
///
/// @param runs what is known without a break, oldest first; between two of them nothing is drawn
public record TimeLine(String name, Look look, List<TimeRun> runs) {
    public TimeLine {
        runs = List.copyOf(runs);
    }

    /// @param runs points without a break each, none empty
    public static TimeLine of(String name, Look look, List<List<TimePoint>> runs) {
        return new TimeLine(name, look, runs.stream().map(TimeRun::of).toList());
    }

    int size() {
        return runs.stream().mapToInt(TimeRun::size).sum();
    }
}

package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;

/// One line of a chart over time.
///
/// @param runs what is known without a break, oldest first; between two of them nothing is drawn
public record TimeLine(String name, Look look, List<List<TimePoint>> runs) {
    public TimeLine {
        runs = runs.stream().map(List::copyOf).toList();
    }
}

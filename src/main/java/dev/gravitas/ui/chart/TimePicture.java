package dev.gravitas.ui.chart;

import dev.gravitas.model.TimeWindow;

import java.util.List;

/// What a chart over time shows, from zero.
///
/// @param top the value that the scale must reach
/// @param levels values drawn as dashed lines from side to side
/// @param summary the chart in words, for those who cannot see it
public record TimePicture(TimeWindow window, double top, List<TimeLine> lines, List<Double> levels,
        List<TimeMark> marks, String summary) {
    public TimePicture {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }
}

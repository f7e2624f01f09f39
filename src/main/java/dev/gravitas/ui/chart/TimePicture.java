package dev.gravitas.ui.chart;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a chart over time shows, from zero.
///
/// @param top the value that the scale must reach
/// @param summary the chart in words, for those who cannot see it
public record TimePicture(TimeWindow window, double top, List<TimeLine> lines, List<TimeLevel> levels,
        List<TimeMark> marks, String summary) {
    /// Some pixels of a chart.
    private static final int SHORTEST_GAP_SHARE = 300;

    public TimePicture {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /// The times of which no line knows anything, oldest first; none where there is no line. What is too short to be seen is left
    /// out.
    public List<TimeWindow> gaps() {
        var known = lines.stream()
                .flatMap(line -> line.runs().stream())
                .sorted(Comparator.comparing(run -> run.getFirst().at()))
                .toList();
        var gaps = new ArrayList<TimeWindow>();
        var end = window.from();
        for (var run : known) {
            addGap(gaps, end, run.getFirst().at());
            end = run.getLast().at().isAfter(end) ? run.getLast().at() : end;
        }
        if (!known.isEmpty()) {
            addGap(gaps, end, window.to());
        }
        return gaps;
    }

    private void addGap(List<TimeWindow> gaps, Instant from, Instant to) {
        var least = Duration.between(window.from(), window.to()).dividedBy(SHORTEST_GAP_SHARE);
        if (Duration.between(from, to).compareTo(least) > 0) {
            gaps.add(new TimeWindow(from, to));
        }
    }
}

package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a chart over time shows, from zero.
///
/// @param top the value that the scale must reach
/// @param lines in the order of the legend; the first six are drawn unless somebody chooses
public record TimePicture(Quantity quantity, Grain grain, TimeWindow window, double top, List<TimeLine> lines,
        List<TimeLevel> levels, List<TimeMark> marks) {
    /// Some pixels of a chart.
    private static final int SHORTEST_GAP_SHARE = 300;
    private static final double HEADROOM = 1.02;

    public TimePicture {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /// Values of whole UTC days.
    ///
    /// @param lastDay included
    public static TimePicture daily(Quantity quantity, LocalDate firstDay, LocalDate lastDay, List<TimeLine> lines) {
        return sliced(quantity, Grain.DAYS, new TimeWindow(firstDay.atStartOfDay(ZoneOffset.UTC).toInstant(),
                lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()), lines);
    }

    /// Values of slices.
    ///
    /// @param window of whole slices
    public static TimePicture sliced(Quantity quantity, Grain grain, TimeWindow window, List<TimeLine> lines) {
        return new TimePicture(quantity, grain, window, most(lines) * HEADROOM, lines, List.of(), List.of());
    }

    /// The runs of values by day.
    ///
    /// @param values one a day, oldest first; null is a gap
    public static List<TimeRun> days(LocalDate firstDay, List<@Nullable Double> values) {
        return slices(Grain.DAYS, firstDay.atStartOfDay(ZoneOffset.UTC).toInstant(), values);
    }

    /// The runs of values by slice.
    ///
    /// @param from begin of the first slice
    /// @param values one a slice, oldest first; null is a gap
    public static List<TimeRun> slices(Grain grain, Instant from, List<@Nullable Double> values) {
        var runs = new ArrayList<TimeRun>();
        var run = new ArrayList<TimePoint>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                run.add(new TimePoint(grain.middle(from.plus(grain.length().multipliedBy(i))), value));
            }
            if (!run.isEmpty() && (value == null || i == values.size() - 1)) {
                runs.add(TimeRun.of(run));
                run.clear();
            }
        }
        return runs;
    }

    /// The highest value of all lines, at least zero.
    public static double most(List<TimeLine> lines) {
        double most = 0;
        for (var line : lines) {
            for (var run : line.runs()) {
                for (int i = 0; i < run.size(); i++) {
                    most = Math.max(most, run.value(i));
                }
            }
        }
        return most;
    }

    /// The same with what happened and what matters, and a scale that reaches the levels.
    public TimePicture with(List<TimeLevel> more, List<TimeMark> happened) {
        double highest = more.stream().mapToDouble(TimeLevel::value).max().orElse(0);
        return new TimePicture(quantity, grain, window, Math.max(top, highest * HEADROOM), lines, more, happened);
    }

    int size() {
        return lines.stream().mapToInt(TimeLine::size).sum();
    }

    /// The times of which no line knows anything, oldest first; none where there is no line, or of slices, in
    /// which nothing may have happened. What is too short
    /// to be seen is left out.
    ///
    /// @param shown the span within which they are looked for
    List<TimeWindow> gaps(TimeWindow shown) {
        if (grain.sliced()) {
            return List.of();
        }
        var known = lines.stream()
                .flatMap(line -> line.runs().stream())
                .sorted(Comparator.comparingLong(TimeRun::firstMs))
                .toList();
        var gaps = new ArrayList<TimeWindow>();
        long end = window.from().toEpochMilli();
        for (var run : known) {
            addGap(gaps, shown, end, run.firstMs());
            end = Math.max(end, run.lastMs());
        }
        if (!known.isEmpty()) {
            addGap(gaps, shown, end, window.to().toEpochMilli());
        }
        return gaps;
    }

    private static void addGap(List<TimeWindow> gaps, TimeWindow shown, long fromMs, long toMs) {
        var least = Duration.between(shown.from(), shown.to()).dividedBy(SHORTEST_GAP_SHARE);
        var from = later(Instant.ofEpochMilli(fromMs), shown.from());
        var to = earlier(Instant.ofEpochMilli(toMs), shown.to());
        if (from.isBefore(to) && Duration.between(from, to).compareTo(least) > 0) {
            gaps.add(new TimeWindow(from, to));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.TimePoint;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes one line of a GPU's used memory, in GiB, of what is stored and what is remembered by the second. What was not read is
/// a gap. Where several values fall on one place of the chart the highest is kept, so that no peak disappears.
final class VramLines {
    /// A GPU whose memory does not move gets a row each quarter of an hour; without a row for longer it was not read.
    private static final Duration STORED_GAP = Duration.ofMinutes(16);
    /// By the second, a time as long as this is one in which nothing was read.
    private static final Duration LIVE_GAP = Duration.ofSeconds(6);
    /// About as many as a chart has pixels; each is drawn anew every second.
    private static final int PLACES = 1_200;
    private static final double MIB_PER_GIB = 1_024;
    private static final double GIB = 1L << 30;

    private final TimeWindow window;
    private final List<List<TimePoint>> runs = new ArrayList<>();
    private List<TimePoint> run = new ArrayList<>();

    private VramLines(TimeWindow window) {
        this.window = window;
    }

    /// @param stored of one GPU
    /// @param live of the same GPU by the second, oldest first
    /// @return runs without a gap, oldest first
    static List<List<TimePoint>> of(TimeWindow window, List<VramRecord.Line> stored, List<VramPoint> live) {
        var line = new VramLines(window);
        var begin = live.isEmpty() ? window.to() : live.getFirst().at();
        line.store(stored, begin);
        line.live(live);
        line.end();
        return line.runs;
    }

    private record Step(Instant from, Instant to, @Nullable Double used) {}

    private void store(List<VramRecord.Line> lines, Instant begin) {
        var steps = lines.stream()
                .flatMap(line -> line.slices().stream().map(slice -> step(line, slice)))
                .filter(step -> step.from().isBefore(begin) && step.from().isBefore(window.to())
                        && step.to().isAfter(window.from()))
                .sorted(Comparator.comparing(Step::from))
                .toList();
        Instant last = null;
        for (var step : steps) {
            var used = step.used();
            if (used == null || last != null && last.plus(STORED_GAP).isBefore(step.from())) {
                end();
            }
            last = step.to().isBefore(begin) ? step.to() : begin;
            if (used != null) {
                hold(step.from());
                add(step.from().isBefore(window.from()) ? window.from() : step.from(), used);
                add(last, used);
            }
        }
        if (last != null && last.plus(STORED_GAP).isBefore(begin)) {
            end();
        }
    }

    private static Step step(VramRecord.Line line, VramRecord.Slice slice) {
        var used = line.totalMib() == null || slice.leastFreeMib() == null
                ? slice.mostUsedMib()
                : Double.valueOf(line.totalMib() - slice.leastFreeMib());
        return new Step(slice.from(), slice.to(), used == null ? null : used / MIB_PER_GIB);
    }

    /// Between two rows nothing moved that was worth one.
    private void hold(Instant until) {
        if (!run.isEmpty() && run.getLast().at().isBefore(until)) {
            run.add(new TimePoint(until, run.getLast().value()));
        }
    }

    private void live(List<VramPoint> points) {
        Instant last = null;
        for (var point : points) {
            if (point.at().isBefore(window.from()) || !point.at().isBefore(window.to())) {
                continue;
            }
            if (last != null && last.plus(LIVE_GAP).isBefore(point.at())) {
                end();
            }
            if (last == null) {
                hold(point.at());
            }
            add(point.at(), point.usedBytes() / GIB);
            last = point.at();
        }
    }

    private void add(Instant at, double value) {
        run.add(new TimePoint(at, value));
    }

    private void end() {
        if (!run.isEmpty()) {
            runs.add(peaks(run));
            run = new ArrayList<>();
        }
    }

    /// The first, the last, and of each place the highest.
    private List<TimePoint> peaks(List<TimePoint> all) {
        if (all.size() <= PLACES) {
            return all;
        }
        var kept = new ArrayList<TimePoint>(List.of(all.getFirst()));
        TimePoint highest = null;
        for (var point : all.subList(1, all.size() - 1)) {
            if (highest != null && place(highest) != place(point)) {
                kept.add(highest);
                highest = null;
            }
            highest = highest == null || point.value() > highest.value() ? point : highest;
        }
        if (highest != null) {
            kept.add(highest);
        }
        kept.add(all.getLast());
        return kept;
    }

    private long place(TimePoint point) {
        long length = window.to().toEpochMilli() - window.from().toEpochMilli();
        return (point.at().toEpochMilli() - window.from().toEpochMilli()) * PLACES / length;
    }
}

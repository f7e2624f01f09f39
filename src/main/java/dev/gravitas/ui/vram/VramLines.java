package dev.gravitas.ui.vram;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.time.TimePoint;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes one line of a GPU's used memory, in GiB, of what is stored and what is remembered by the second. What was not read is
/// a gap.
final class VramLines {
    /// By the second, a time as long as this is one in which nothing was read.
    private static final Duration LIVE_GAP = Duration.ofSeconds(6);
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
        line.store(steps(stored), live.isEmpty() ? Instant.MAX : live.getFirst().at());
        line.live(live);
        line.end();
        return line.runs;
    }

    /// What rows say, in GiB.
    ///
    /// @param most used from the first of them to the last
    /// @param last used at the last, or `most` where that is not known
    private record Step(Instant from, Instant to, double most, double last) {}

    private static List<Step> steps(List<VramRecord.Line> lines) {
        return lines.stream()
                .flatMap(line -> line.slices().stream().flatMap(slice -> step(line, slice).stream()))
                .sorted(Comparator.comparing(Step::from))
                .toList();
    }

    private static Optional<Step> step(VramRecord.Line line, VramRecord.Slice slice) {
        var total = line.totalMib();
        var least = slice.leastFreeMib();
        var most = total == null || least == null ? slice.mostUsedMib() : Double.valueOf(total - least);
        if (most == null) {
            return Optional.empty();
        }
        var free = slice.lastFreeMib();
        double last = total == null || free == null ? most : total - free;
        return Optional.of(new Step(slice.from(), slice.to(), most / MIB_PER_GIB, last / MIB_PER_GIB));
    }

    /// @param begin of what is known by the second, beyond which nothing stored is drawn
    private void store(List<Step> steps, Instant begin) {
        Step before = null;
        for (var step : steps) {
            if (step.from().isBefore(begin)) {
                hold(before, step.from(), step.most());
                level(step.from(), step.to().isBefore(begin) ? step.to() : begin, step.most());
                before = before == null || before.to().isBefore(step.to()) ? step : before;
            }
        }
        if (begin.isBefore(window.to())) {
            hold(before, begin, Double.MAX_VALUE);
        }
    }

    /// Between two rows nothing moved that was worth one. Both bound it: what the last one told, and the most since then.
    private void hold(@Nullable Step step, Instant until, double most) {
        if (step == null) {
            return;
        }
        if (step.to().plus(VramRecord.LONGEST_BETWEEN_ROWS).isBefore(until)) {
            end();
        } else {
            level(step.to(), until, Math.min(step.last(), most));
        }
    }

    private void level(Instant from, Instant to, double value) {
        var first = from.isBefore(window.from()) ? window.from() : from;
        var last = to.isBefore(window.to()) ? to : window.to();
        if (!first.isAfter(last)) {
            add(first, value);
            add(last, value);
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
            add(point.at(), point.usedBytes() / GIB);
            last = point.at();
        }
    }

    private void add(Instant at, double value) {
        var point = new TimePoint(at, value);
        if (run.isEmpty() || !run.getLast().equals(point)) {
            run.add(point);
        }
    }

    private void end() {
        if (!run.isEmpty()) {
            runs.add(run);
            run = new ArrayList<>();
        }
    }
}

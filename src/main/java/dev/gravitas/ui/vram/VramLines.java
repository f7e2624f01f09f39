package dev.gravitas.ui.vram;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.time.TimePoint;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes one line of a GPU's used memory, in GiB, of what is stored and what is remembered by the second. What was not read is
/// a gap.
final class VramLines {
    /// By the second, a time as long as this is one in which nothing was read.
    private static final Duration LIVE_GAP = Duration.ofSeconds(6);
    private static final double GIB = 1L << 30;

    private final TimeWindow window;
    private final List<List<TimePoint>> runs = new ArrayList<>();
    private List<TimePoint> run = new ArrayList<>();

    private VramLines(TimeWindow window) {
        this.window = window;
    }

    /// @param stored of one GPU
    /// @param lockouts of any GPUs
    /// @param live of the same GPU by the second, oldest first
    /// @return runs without a gap, oldest first
    static List<List<TimePoint>> of(TimeWindow window, List<VramRecord.Line> stored,
            List<VramRecord.Lockout> lockouts, List<VramPoint> live) {
        var line = new VramLines(window);
        line.store(VramStep.of(stored, lockouts), live.isEmpty() ? Instant.MAX : live.getFirst().at());
        line.live(live);
        line.end();
        return line.runs;
    }

    /// @param begin of what is known by the second, beyond which nothing stored is drawn
    private void store(List<VramStep> steps, Instant begin) {
        VramStep before = null;
        double next = Double.MAX_VALUE;
        for (var step : steps) {
            if (!step.from().isBefore(begin)) {
                // It bounds the time before it as well.
                next = step.most();
                break;
            }
            hold(before, step.from(), step.most());
            level(step.from(), step.to().isBefore(begin) ? step.to() : begin, step.most());
            before = before == null || !step.to().isBefore(before.to()) ? step : before;
        }
        if (begin.isBefore(window.to())) {
            hold(before, begin, next);
        }
    }

    /// Between two rows nothing moved that was worth one. Both bound it: what the last one told, and the most since then.
    private void hold(@Nullable VramStep step, Instant until, double most) {
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

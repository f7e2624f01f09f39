package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.util.Arrays;

/// Leaves of a line what a chart so many pixels wide can show: of each column of pixels the least and the most, and where the
/// column beside it is empty also the first or the last, so that slopes and levels stay what they are. Pure.
///
/// Points keep their order, runs stay apart, and of the points outside the span only the nearest on each side are kept, so that
/// the line reaches its edges.
final class Thinning {
    private final long fromMs;
    private final long lengthMs;
    private final int columns;

    /// @param columns of pixels, at least one
    Thinning(TimeWindow span, int columns) {
        this.fromMs = span.from().toEpochMilli();
        this.lengthMs = Math.max(1, span.to().toEpochMilli() - fromMs);
        this.columns = columns;
    }

    /// The same line, or part of it.
    TimeLine of(TimeLine line) {
        return new TimeLine(line.name(), line.look(), line.runs()
                .stream()
                .filter(run -> run.lastMs() >= fromMs && run.firstMs() <= fromMs + lengthMs)
                .map(this::of)
                .toList());
    }

    private TimeRun of(TimeRun run) {
        int begin = Math.max(0, run.from(fromMs) - 1);
        int end = Math.min(run.size(), run.from(fromMs + lengthMs + 1) + 1);
        var kept = new Kept();
        int before = Integer.MIN_VALUE;
        int column = column(run, begin);
        for (int i = begin; i < end;) {
            int next = kept.column(run, i, end, endMs(column), before < column - 1);
            int after = next < end ? column(run, next) : Integer.MAX_VALUE;
            if (after > column + 1) {
                kept.add(next - 1);
            }
            before = column;
            column = after;
            i = next;
        }
        return kept.count == run.size() ? run : run.only(kept.indices());
    }

    /// The first moment after a column.
    private long endMs(int column) {
        return column == columns ? Long.MAX_VALUE : fromMs + Math.ceilDiv((column + 1) * lengthMs, columns);
    }

    /// Minus one before the span, [#columns] after it.
    private int column(TimeRun run, int index) {
        long since = Math.clamp(run.atMs(index) - fromMs, -1, lengthMs);
        return since < 0 ? -1 : (int) (since * columns / lengthMs);
    }

    /// The points kept so far.
    private static final class Kept {
        private int[] points = new int[256];
        private int count;

        /// @param untilMs where the column ends
        /// @param first whether its first point is needed
        /// @return where the next column begins
        int column(TimeRun run, int from, int end, long untilMs, boolean first) {
            int least = from;
            int most = from;
            int next = from + 1;
            while (next < end && run.atMs(next) < untilMs) {
                least = run.value(next) < run.value(least) ? next : least;
                most = run.value(next) > run.value(most) ? next : most;
                next++;
            }
            if (first) {
                add(from);
            }
            add(Math.min(least, most));
            add(Math.max(least, most));
            return next;
        }

        void add(int index) {
            if (count > 0 && points[count - 1] >= index) {
                return;
            }
            if (count == points.length) {
                points = Arrays.copyOf(points, 2 * count);
            }
            points[count++] = index;
        }

        int[] indices() {
            return Arrays.copyOf(points, count);
        }
    }
}

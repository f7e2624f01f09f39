package dev.gravitas.ui.chart.time;

import io.fair_acc.chartfx.renderer.spi.BasicDataSetRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// Strokes lines, but where there are more points than columns of pixels fills each column from its least to its most: a stroke up
/// and down in each would look the same, and takes many times as long.
///
/// A dashed line is stroked all the way, or it would lose its dashes.
final class DenseLines extends BasicDataSetRenderer {
    private static final int LEAST_COLUMNS = 16;
    private static final double LEAST_POINTS_A_COLUMN = 1.3;

    DenseLines() {
        // Else it looks for the points in sight by limits that it keeps from an earlier line, and leaves some out. The lines
        // have only what is to be seen.
        setAssumeSortedData(false);
    }

    @Override
    protected void drawPolyLine(GraphicsContext gc, DataSetNode style, double[] x, double[] y, int count) {
        var dashes = dashes(style);
        gc.setLineDashes(dashes);
        if (count < 2 * LEAST_COLUMNS || dashes.length > 0 || style.getLineWidth() == 0) {
            super.drawPolyLine(gc, style, x, y, count);
            return;
        }
        int stroked = 0;
        for (int at = 0, end; at < count; at = end) {
            end = besideUntil(x, at, count);
            if (isDense(x, at, end)) {
                stroke(gc, x, y, stroked, at + 1);
                fill(gc, style, x, y, at, end);
                stroked = end - 1;
            }
        }
        stroke(gc, x, y, stroked, count);
    }

    /// Of the style as it is now: [DataSetNode#getLineDashes] keeps those that it had first.
    private static double[] dashes(DataSetNode style) {
        var now = style.getLineDashArray();
        return now == null ? new double[0] : Arrays.stream(now).mapToDouble(Number::doubleValue).toArray();
    }

    private static int columnEnd(double[] x, int from, int count) {
        int end = from + 1;
        double column = Math.floor(x[from]);
        while (end < count && Math.floor(x[end]) == column) {
            end++;
        }
        return end;
    }

    /// The end of the columns side by side that begin here.
    private static int besideUntil(double[] x, int from, int count) {
        int at = columnEnd(x, from, count);
        while (at < count && Math.floor(x[at]) - Math.floor(x[at - 1]) == 1) {
            at = columnEnd(x, at, count);
        }
        return at;
    }

    private static boolean isDense(double[] x, int from, int to) {
        double columns = Math.floor(x[to - 1]) - Math.floor(x[from]) + 1;
        return columns >= LEAST_COLUMNS && to - from >= columns * LEAST_POINTS_A_COLUMN;
    }

    private static void stroke(GraphicsContext gc, double[] x, double[] y, int from, int to) {
        if (to - from > 1) {
            gc.strokePolyline(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to),
                    to - from);
        }
    }

    /// A bar for each column, which reaches to where the one before ended, so that the line has no holes. Bars upon whole pixels
    /// need no path, which is why this is fast.
    private static void fill(GraphicsContext gc, DataSetNode style, double[] x, double[] y, int from, int to) {
        double width = style.getLineWidth();
        var before = gc.getFill();
        gc.setFill(style.getLineColor());
        for (int at = from, end; at < to; at = end) {
            end = columnEnd(x, at, to);
            double least = y[Math.max(from, at - 1)];
            double most = least;
            for (int i = at; i < end; i++) {
                least = Math.min(least, y[i]);
                most = Math.max(most, y[i]);
            }
            gc.fillRect(Math.floor(x[at]), least - width / 2, 1, most - least + width);
        }
        gc.setFill(before);
    }
}

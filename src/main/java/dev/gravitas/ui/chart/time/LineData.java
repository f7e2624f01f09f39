package dev.gravitas.ui.chart.time;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.DataSet2D;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.spi.AbstractDataSet;

import java.util.List;

/// What chart-fx draws of one line: its runs, with a hole between two of them. FX thread only.
///
/// It takes no lock when it changes. chart-fx holds its read locks from one layout pass to the next, in which a writer on the FX
/// thread would wait for itself; but whoever reads and whoever writes here is on that one thread.
final class LineData extends AbstractDataSet<LineData> implements DataSet2D {
    private static final long serialVersionUID = 1L;

    private double[] times = {};
    private double[] values = {};

    LineData() {
        super("line", 2);
    }

    /// Outside of a layout pass.
    ///
    /// @param fromMs what times are counted from
    void show(List<TimeRun> runs, long fromMs) {
        int size = Math.max(0, runs.stream().mapToInt(TimeRun::size).sum() + runs.size() - 1);
        var freshTimes = new double[size];
        var freshValues = new double[size];
        int at = 0;
        for (var run : runs) {
            if (at > 0) {
                freshTimes[at] = freshTimes[at - 1];
                freshValues[at++] = Double.NaN;
            }
            for (int i = 0; i < run.size(); i++) {
                freshTimes[at] = run.atMs(i) - fromMs;
                freshValues[at++] = run.value(i);
            }
        }
        times = freshTimes;
        values = freshValues;
        fireInvalidated(ChartBits.DataSetData);
    }

    @Override
    public double get(int dimension, int index) {
        return dimension == DIM_X ? times[index] : values[index];
    }

    @Override
    public int getDataCount() {
        return times.length;
    }

    /// The axes have limits of their own. Those of a line without points would never be defined: chart-fx would look for them, and
    /// draw all anew, with each pulse.
    @Override
    public LineData recomputeLimits(int dimension) {
        return this;
    }

    @Override
    public DataSet set(DataSet other, boolean copy) {
        throw new UnsupportedOperationException("A line takes runs.");
    }
}

package dev.gravitas.ui.chart.time;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.DoubleDataSet;

import javafx.scene.Parent;

/// chart-fx as it comes, with its own reduction of points.
final class BareChart implements Contestant {
    private final DefaultNumericAxis times = new DefaultNumericAxis("time");
    private final XYChart chart;

    BareChart(BenchData data) {
        var values = new DefaultNumericAxis("value", 0, 80, 10);
        values.setSide(Side.LEFT);
        values.setAutoRanging(false);
        times.setSide(Side.BOTTOM);
        times.setAutoRanging(false);
        chart = new XYChart(times, values);
        for (int line = 0; line < data.values().length; line++) {
            var points = new DoubleDataSet("line " + line, data.points());
            for (int i = 0; i < data.points(); i++) {
                points.add(i, data.values()[line][i]);
            }
            chart.getDatasets().add(points);
        }
    }

    @Override
    public String name() {
        return "chart-fx bare";
    }

    @Override
    public Parent node() {
        return chart;
    }

    @Override
    public void show(long fromMs, long toMs) {
        times.set(fromMs, toMs);
    }

    @Override
    public boolean ready() {
        return true;
    }
}

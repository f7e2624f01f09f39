package dev.gravitas.ui.chart.time;

import java.util.ArrayList;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/// JavaFX's own line chart, without symbols and animation.
final class FxLineChart implements Contestant {
    private final NumberAxis times = new NumberAxis(0, 1, 1);
    private final LineChart<Number, Number> chart;

    FxLineChart(BenchData data) {
        chart = new LineChart<>(times, new NumberAxis(0, 80, 10));
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        for (int line = 0; line < data.values().length; line++) {
            var points = new ArrayList<XYChart.Data<Number, Number>>();
            for (int i = 0; i < data.points(); i++) {
                points.add(new XYChart.Data<>(i, data.values()[line][i]));
            }
            chart.getData().add(new XYChart.Series<>("line " + line, FXCollections.observableArrayList(points)));
        }
    }

    @Override
    public String name() {
        return "JavaFX LineChart";
    }

    @Override
    public Parent node() {
        return chart;
    }

    @Override
    public void show(long fromMs, long toMs) {
        times.setLowerBound(fromMs);
        times.setUpperBound(toMs);
        times.setTickUnit((toMs - fromMs) / 10.0);
    }

    @Override
    public boolean ready() {
        return true;
    }
}

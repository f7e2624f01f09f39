package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.chartfx.ui.geometry.Side;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// The lines of a chart over time, drawn by chart-fx without anything else of it. FX thread only.
final class LinePlot {
    private final DefaultNumericAxis times = axis(Side.BOTTOM);
    private final DefaultNumericAxis values = axis(Side.LEFT);
    private final DenseLines renderer = new DenseLines();
    private final XYChart chart = new XYChart(times, values);
    private final List<Drawn> drawn = new ArrayList<>();
    private long fromMs;

    /// A line, and the points of it that have no neighbour to be joined with.
    private record Drawn(LineData line, DataSetNode lineNode, LineData dots, DataSetNode dotsNode) {}

    LinePlot() {
        chart.getRenderers().setAll(renderer);
        chart.setLegend(new NoLegend());
        chart.getMenuPane().setTop(null);
        chart.getMenuPane().setTriggerDistance(0);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getGridRenderer().getHorizontalMajorGrid().setVisible(false);
        chart.setMouseTransparent(true);
    }

    private static DefaultNumericAxis axis(Side side) {
        var axis = new DefaultNumericAxis(0, 1, 1);
        axis.setSide(side);
        axis.setAutoRanging(false);
        axis.getTickLabelStyle().setVisible(false);
        axis.getMajorTickStyle().setVisible(false);
        axis.getMinorTickStyle().setVisible(false);
        return axis;
    }

    Region node() {
        return chart;
    }

    void scale(NiceScale scale) {
        values.set(0, scale.top());
        values.getAxisLabelFormatter().setTickUnitSupplier(_ -> scale.step());
        values.forceRedraw();
    }

    private void span(TimeWindow span) {
        times.set(span.from().toEpochMilli() - fromMs, span.to().toEpochMilli() - fromMs);
    }

    /// Replaces the lines; outside of a layout pass.
    void show(Drawing drawing) {
        fromMs = drawing.picture().window().from().toEpochMilli();
        while (drawn.size() < drawing.lines().size()) {
            drawn.add(add());
        }
        double pixelMs = (drawing.span().to().toEpochMilli() - drawing.span().from().toEpochMilli())
                / Math.max(1, chart.getWidth());
        for (int i = 0; i < drawn.size(); i++) {
            if (i < drawing.lines().size()) {
                show(drawn.get(i), drawing.lines().get(i), pixelMs);
            } else {
                drawn.get(i).line.show(List.of(), fromMs);
                drawn.get(i).dots.show(List.of(), fromMs);
            }
        }
        span(drawing.span());
    }

    private Drawn add() {
        var line = new LineData();
        var dots = new LineData();
        return new Drawn(line, renderer.addDataSet(line), dots, renderer.addDataSet(dots));
    }

    /// A run that is shorter than a pixel would be a line that nobody sees.
    private void show(Drawn place, TimeLine line, double pixelMs) {
        var look = line.look();
        if (!place.lineNode.getStyleClass().containsAll(look.classes())) {
            place.lineNode.getStyleClass().removeIf(name -> name.startsWith("series-") || name.startsWith("pattern-"));
            place.lineNode.getStyleClass().addAll(look.classes());
            place.dotsNode.getStyleClass().removeIf(name -> name.startsWith("series-"));
            place.dotsNode.getStyleClass().removeAll("dots");
            place.dotsNode.getStyleClass().addAll(look.colourClass(), "dots");
        }
        place.line.show(line.runs(), fromMs);
        place.dots.show(line.runs()
                .stream()
                .filter(run -> run.lastMs() - run.firstMs() < pixelMs)
                .toList(), fromMs);
    }
}

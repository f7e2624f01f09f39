package dev.gravitas.ui.chart;

import dev.gravitas.ui.fx.Formats;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.DoubleDataSet;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// Daily values as lines over UTC days, from zero, gaps broken.
///
/// chart-fx draws lines and grid; the names on the axes are [AxisLabels] beside its canvas.
public final class DailyChart extends Region {
    private static final double ROW = AxisLabels.ROW;
    private static final double GAP = AxisLabels.GAP;
    private static final double DAY_WIDTH = 64;
    private static final double STEP_HEIGHT = 34;
    private static final int MOST_STEPS = 10;
    private static final int MOST_DAYS = 13;

    private final DefaultNumericAxis days = axis(Side.BOTTOM);
    private final DefaultNumericAxis values = axis(Side.LEFT);
    private final ErrorDataSetRenderer lines = new ErrorDataSetRenderer();
    private final XYChart chart = new XYChart(days, values);
    private final Region baseline = new Region();
    private final AxisLabels dayLabels = new AxisLabels(getChildren());
    private final AxisLabels valueLabels = new AxisLabels(getChildren());
    private Formats formats = new Formats(Locale.ENGLISH);
    private @Nullable DailyPicture picture;
    private NiceScale scale = NiceScale.covering(1, 4);

    public DailyChart() {
        getStyleClass().add("daily-chart");
        baseline.getStyleClass().add("chart-baseline");
        chart.getRenderers().setAll(lines);
        chart.setLegendVisible(false);
        chart.getMenuPane().setTop(null);
        chart.getMenuPane().setTriggerDistance(0);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getGridRenderer().setDrawOnTop(false);
        chart.setMouseTransparent(true);
        getChildren().addAll(chart, baseline);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void setFormats(Formats formats) {
        this.formats = formats;
    }

    /// Replaces what is shown. FX thread, outside of a layout pass: chart-fx holds its data sets locked during one.
    public void show(DailyPicture fresh) {
        if (fresh.equals(picture)) {
            return;
        }
        picture = fresh;
        setAccessibleText(fresh.summary());
        lines.getDatasets().clear();
        for (var line : fresh.series()) {
            var node = lines.addDataSet(points(fresh.firstDay(), line.name(), line.values()));
            node.getStyleClass().addAll(line.look().classes());
            var dots = lines.addDataSet(points(fresh.firstDay(), line.name(), line.lonely()));
            dots.getStyleClass().addAll(line.look().colourClass(), "dots");
        }
        days.set(fresh.firstDay().toEpochDay() - 0.5, fresh.lastDay().toEpochDay() + 0.5);
        requestLayout();
    }

    private static DoubleDataSet points(LocalDate firstDay, String name, List<@Nullable Double> all) {
        var points = new DoubleDataSet(name, all.size());
        var day = firstDay.toEpochDay();
        for (var value : all) {
            points.add(day++, value == null ? Double.NaN : value);
        }
        return points;
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

    @Override
    protected void layoutChildren() {
        var shown = picture;
        if (shown == null) {
            return;
        }
        var top = snappedTopInset() + ROW / 2;
        var height = Math.max(1, getHeight() - top - snappedBottomInset() - ROW - GAP);
        rescale(shown, height);
        var left = snapPositionX(snappedLeftInset() + valueLabels.widest() + GAP);
        var width = Math.max(1, getWidth() - left - snappedRightInset());
        chart.resizeRelocate(left, top, width, height);
        baseline.resizeRelocate(left, top + height, width, 1);
        valueLabels.beside(left, top, height);
        placeDays(shown, left, width, top + height + GAP);
    }

    private void rescale(DailyPicture shown, double height) {
        var fresh = NiceScale.covering(shown.max() * 1.02, Math.clamp((int) (height / STEP_HEIGHT), 2, MOST_STEPS));
        if (!fresh.equals(scale) || valueLabels.all().isEmpty()) {
            scale = fresh;
            values.set(0, scale.top());
            values.getAxisLabelFormatter().setTickUnitSupplier(_ -> scale.step());
            values.forceRedraw();
            valueLabels.name(scale.ticks().stream().map(tick -> formats.decimal(tick, scale.decimals())).toList());
        }
    }

    private void placeDays(DailyPicture shown, double left, double width, double y) {
        var ticks = DayTicks.between(shown.firstDay(), shown.lastDay(),
                Math.clamp((int) (width / DAY_WIDTH), 1, MOST_DAYS));
        dayLabels.name(ticks.stream().map(formats::day).toList());
        var first = shown.firstDay().toEpochDay() - 0.5;
        var perDay = width / (shown.lastDay().toEpochDay() + 0.5 - first);
        dayLabels.below(ticks.stream().mapToDouble(day -> left + (day.toEpochDay() - first) * perDay).toArray(),
                getWidth(), y);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 60;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }
}

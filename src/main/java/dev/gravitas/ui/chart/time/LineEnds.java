package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.fx.Formats;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// The newest values at the right ends of their lines. One that would lie upon another is left out: the legend has it. FX thread
/// only.
final class LineEnds {
    /// A line that ended earlier has no current value.
    private static final double NEWEST_SHARE = 0.03;

    private final ObservableList<Node> chart;
    private final List<Label> labels = new ArrayList<>();
    private List<Drawing.Entry> ends = List.of();

    /// @param chart the children of the chart, among which the labels stand
    LineEnds(ObservableList<Node> chart) {
        this.chart = chart;
    }

    void name(Drawing drawing, Formats formats) {
        ends = drawing.entries().stream().filter(entry -> entry.drawn() && reachesEnd(entry, drawing)).toList();
        while (labels.size() < ends.size()) {
            labels.add(label());
        }
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setVisible(i < ends.size());
            if (i < ends.size()) {
                labels.get(i).setText(formats.decimal(last(i), drawing.picture().quantity().decimals()));
                ((Chip) labels.get(i).getGraphic()).show(ends.get(i).line().look());
                labels.get(i).applyCss();
            }
        }
    }

    private static boolean reachesEnd(Drawing.Entry entry, Drawing drawing) {
        long end = drawing.span().to().toEpochMilli();
        long near = Math.round((end - drawing.span().from().toEpochMilli()) * NEWEST_SHARE);
        return entry.figures().isPresent()
                && entry.line().runs().stream().anyMatch(run -> run.lastMs() >= end - near && run.firstMs() <= end);
    }

    private double last(int end) {
        return ends.get(end).figures().map(LineFigures::last).orElse(0.0);
    }

    private Label label() {
        var label = new Label("", new Chip());
        label.getStyleClass().addAll("chart-label", "line-end");
        label.setManaged(false);
        chart.add(label);
        return label;
    }

    double widest() {
        return labels.stream().filter(Label::isVisible).mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
    }

    /// @param left edge of the labels
    /// @param topValue value at the upper edge of the drawing
    void place(double left, double top, double height, double topValue) {
        var taken = new ArrayList<Double>();
        for (int i = 0; i < ends.size(); i++) {
            var label = labels.get(i);
            double y = top + height * (1 - Math.clamp(last(i) / topValue, 0, 1)) - AxisLabels.ROW / 2;
            label.setVisible(taken.stream().allMatch(other -> Math.abs(other - y) >= AxisLabels.ROW));
            if (label.isVisible()) {
                taken.add(y);
                label.resizeRelocate(left, label.snapPositionY(y), label.prefWidth(-1), AxisLabels.ROW);
            }
        }
    }

    void hide() {
        ends = List.of();
        labels.forEach(label -> label.setVisible(false));
    }
}

package dev.gravitas.ui.chart.time;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// The names along one axis of a chart, or of what it marks: labels of our own beside the drawing, so that they can be styled,
/// read aloud and never clipped. FX thread only.
final class AxisLabels {
    /// The height of a name.
    static final double ROW = 16;
    /// Between the drawing and its names.
    static final double GAP = 8;

    private final ObservableList<Node> chart;
    private final List<Label> labels = new ArrayList<>();

    /// @param chart the children of the chart, among which the labels stand
    AxisLabels(ObservableList<Node> chart) {
        this.chart = chart;
    }

    /// Replaces the names where they have changed.
    void name(List<String> texts) {
        if (!labels.stream().map(Label::getText).toList().equals(texts)) {
            chart.removeAll(labels);
            labels.clear();
            texts.forEach(text -> labels.add(label(text)));
            chart.addAll(labels);
            labels.forEach(Label::applyCss);
        }
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("chart-label");
        label.setManaged(false);
        return label;
    }

    List<Label> all() {
        return List.copyOf(labels);
    }

    double widest() {
        return labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
    }

    /// Stands the names of a scale's steps left of the drawing, from its foot up.
    ///
    /// @param left edge of the drawing
    void beside(double left, double top, double height) {
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            double width = label.prefWidth(-1);
            double y = top + height * (1 - i / (labels.size() - 1.0));
            label.resizeRelocate(left - GAP - width, label.snapPositionY(y - ROW / 2), width, ROW);
        }
    }

    /// Stands each name below its place on the axis, within the chart; one that would touch the one before is hidden.
    ///
    /// @param middles from the left edge of the chart
    /// @param right edge of the chart
    void below(double[] middles, double right, double y) {
        double end = 0;
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            double width = label.prefWidth(-1);
            double x = label.snapPositionX(Math.clamp(middles[i] - width / 2, 0, Math.max(0, right - width)));
            label.setVisible(x >= end);
            label.resizeRelocate(x, y, width, ROW);
            end = label.isVisible() ? x + width + GAP : end;
        }
    }
}

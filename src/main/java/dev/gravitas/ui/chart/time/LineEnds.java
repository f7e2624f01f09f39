package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.fx.Formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The newest values at the right ends of their lines, and the levels at those of theirs. Where several would lie upon each other
/// they make room; where there is none for all, the last ones are left out: the legend has them. FX thread only.
final class LineEnds {
    /// A line that ended earlier has no current value.
    private static final double NEWEST_SHARE = 0.03;

    private final ObservableList<Node> chart;
    private final List<Label> labels = new ArrayList<>();
    private List<End> ends = List.of();

    /// @param classes of the mark before the value
    private record End(double value, List<String> classes) {}

    /// @param chart the children of the chart, among which the labels stand
    LineEnds(ObservableList<Node> chart) {
        this.chart = chart;
    }

    void name(Drawing drawing, Formats formats) {
        ends = Stream.concat(lines(drawing), levels(drawing)).toList();
        while (labels.size() < ends.size()) {
            labels.add(label());
        }
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setVisible(i < ends.size());
            if (i < ends.size()) {
                show(labels.get(i), ends.get(i), drawing, formats);
            }
        }
    }

    private static void show(Label label, End end, Drawing drawing, Formats formats) {
        label.setText(formats.decimal(end.value, drawing.picture().quantity().decimals()));
        label.getGraphic().getStyleClass().setAll(end.classes);
        label.applyCss();
    }

    private static Stream<End> lines(Drawing drawing) {
        return drawing.entries()
                .stream()
                .filter(entry -> entry.drawn() && reachesEnd(entry, drawing))
                .flatMap(entry -> entry.figures()
                        .map(figures -> new End(figures.last(), Chip.classes(entry.line().look())))
                        .stream());
    }

    private static Stream<End> levels(Drawing drawing) {
        return drawing.picture()
                .levels()
                .stream()
                .filter(level -> drawing.lines().stream().anyMatch(level::concerns))
                .map(level -> new End(level.value(), level.swatch()));
    }

    private static boolean reachesEnd(Drawing.Entry entry, Drawing drawing) {
        long end = drawing.span().to().toEpochMilli();
        long near = Math.round((end - drawing.span().from().toEpochMilli()) * NEWEST_SHARE);
        return entry.line().runs().stream().anyMatch(run -> run.lastMs() >= end - near && run.firstMs() <= end);
    }

    private Label label() {
        var label = new Label("", new Region());
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
        double above = top - AxisLabels.ROW / 2;
        double below = top + height + AxisLabels.ROW / 2;
        int count = Math.min(ends.size(), EndPlaces.most(AxisLabels.ROW, above, below));
        var wanted = ends.stream()
                .limit(count)
                .mapToDouble(end -> above + height * (1 - Math.clamp(end.value / topValue, 0, 1)))
                .toArray();
        var places = EndPlaces.spread(wanted, AxisLabels.ROW, above, below);
        for (int i = 0; i < ends.size(); i++) {
            var label = labels.get(i);
            label.setVisible(i < count);
            if (i < count) {
                label.resizeRelocate(left, label.snapPositionY(places[i]), label.prefWidth(-1), AxisLabels.ROW);
            }
        }
    }

    void hide() {
        ends = List.of();
        labels.forEach(label -> label.setVisible(false));
    }
}

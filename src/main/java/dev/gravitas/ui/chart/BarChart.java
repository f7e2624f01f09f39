package dev.gravitas.ui.chart;

import dev.gravitas.ui.fx.WholeText;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/// Horizontal bars with their names and values beside them; they grow with the room they get, and stand in two columns
/// where one would be too tall.
///
/// Made of nodes, not of a canvas: a name can be styled and read aloud, and a test can see that none is cut off.
public final class BarChart extends Region {
    private static final double MIN_ROW = 18;
    private static final double MAX_ROW = 96;
    private static final double RANGE = 10;
    private static final double GAP = 12;
    private static final double COLUMN_GAP = 32;
    private static final double MIN_COLUMN = 380;
    private static final double MIN_NAMES = 200;
    private static final double MAX_NAMES = 320;
    private static final double NAMES_OF_COLUMN = 0.35;

    private final List<Row> rows = new ArrayList<>();
    private List<Bar> bars = List.of();

    private record Row(Label name, Region bar, Region range, Label value) {}

    public BarChart() {
        getStyleClass().add("bar-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// Replaces the bars.
    ///
    /// @param summary the chart in words
    public void show(List<Bar> fresh, String summary) {
        setAccessibleText(summary);
        if (fresh.equals(bars)) {
            return;
        }
        bars = List.copyOf(fresh);
        rows.clear();
        bars.forEach(bar -> rows.add(row(bar)));
        getChildren().clear();
        rows.forEach(row -> getChildren().addAll(row.name, row.bar, row.range, row.value));
    }

    private static Row row(Bar bar) {
        var row = new Row(new Label(bar.name()), new Region(), new Region(), new Label(bar.text()));
        WholeText.tell(row.name, bar.name());
        row.name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        row.name.setAlignment(Pos.CENTER_RIGHT);
        row.name.getStyleClass().add("bar-name");
        row.value.getStyleClass().add("bar-value");
        row.bar.getStyleClass().add("share-bar");
        row.bar.getStyleClass().addAll(bar.look().classes());
        row.range.getStyleClass().add("bar-range");
        row.range.setVisible(bar.range() != null);
        return row;
    }

    @Override
    protected void layoutChildren() {
        if (rows.isEmpty()) {
            return;
        }
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        var columns = height >= rows.size() * MIN_ROW ? 1 : columns(getWidth());
        var perColumn = perColumn(columns);
        var rowHeight = Math.min(MAX_ROW, height / perColumn);
        var values = rows.stream().mapToDouble(row -> row.value.prefWidth(-1)).max().orElse(0);
        var inside = getWidth() - snappedLeftInset() - snappedRightInset();
        var step = (inside + COLUMN_GAP) / columns;
        var names = names(step);
        var width = Math.max(1, step - COLUMN_GAP - names - values - 2 * GAP);
        var most = bars.stream().mapToDouble(Bar::reach).max().orElse(1);
        for (int i = 0; i < rows.size(); i++) {
            var left = snapPositionX(snappedLeftInset() + i / perColumn * step + names + GAP);
            var top = snappedTopInset() + i % perColumn * rowHeight;
            place(rows.get(i), bars.get(i), top, rowHeight, left, most <= 0 ? 0 : width / most);
            var name = rows.get(i).name;
            var shown = Math.min(names, name.prefWidth(-1));
            centre(name, left - GAP - shown, top + rowHeight / 2, shown);
        }
    }

    private double names(double column) {
        var longest = rows.stream().mapToDouble(row -> row.name.prefWidth(-1)).max().orElse(0);
        return Math.min(longest, Math.clamp(column * NAMES_OF_COLUMN, MIN_NAMES, MAX_NAMES));
    }

    private static int columns(double width) {
        return width >= 2 * MIN_COLUMN + COLUMN_GAP ? 2 : 1;
    }

    private int perColumn(int columns) {
        return Math.max(1, (rows.size() + columns - 1) / columns);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private void place(Row row, Bar bar, double y, double height, double left, double perUnit) {
        var thickness = snapSizeY(Math.clamp(height * 0.5, 8, 40));
        var middle = y + height / 2;
        var length = Math.max(1, bar.value() * perUnit);
        row.bar.resizeRelocate(left, snapPositionY(middle - thickness / 2), length, thickness);
        var end = left + length;
        var range = bar.range();
        if (range != null) {
            var from = left + range.from() * perUnit;
            row.range.resizeRelocate(from, snapPositionY(middle - RANGE / 2),
                    Math.max(2, (range.to() - range.from()) * perUnit), RANGE);
            end = Math.max(end, left + range.to() * perUnit);
        }
        centre(row.value, end + GAP, middle, row.value.prefWidth(-1));
    }

    private void centre(Label label, double x, double middle, double width) {
        var height = label.prefHeight(-1);
        label.resizeRelocate(snapPositionX(x), snapPositionY(middle - height / 2), width, height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + perColumn(columns(width)) * MIN_ROW;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + rows.size() * 28.0;
    }
}

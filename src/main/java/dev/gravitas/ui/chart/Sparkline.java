package dev.gravitas.ui.chart;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small line without scales, from zero: how a figure went. What is missing is a gap. Who shows it says the same in words.
public final class Sparkline extends Region {
    private static final double INSET = 2;
    private static final double LEAST_WIDTH = 48;
    private static final double WIDTH = 96;
    private static final double HEIGHT = 26;

    private final Path line = new Path();
    private List<@Nullable Double> values = List.of();

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("spark");
        line.setManaged(false);
        getChildren().add(line);
    }

    /// Replaces what is shown.
    ///
    /// @param fresh evenly spaced, not negative, null for a gap
    public void show(List<@Nullable Double> fresh) {
        values = fresh;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getElements().clear();
        double most = values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        boolean down = false;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                double x = x(i);
                double y = y(most > 0 ? value / most : 0);
                if (!down) {
                    line.getElements().add(new MoveTo(x, y));
                }
                // A point between two gaps is a dot.
                line.getElements().add(new LineTo(x, y));
            }
            down = value != null;
        }
    }

    private double x(int index) {
        return INSET + (getWidth() - 2 * INSET) * index / Math.max(1, values.size() - 1);
    }

    private double y(double share) {
        return getHeight() - INSET - (getHeight() - 2 * INSET) * share;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}

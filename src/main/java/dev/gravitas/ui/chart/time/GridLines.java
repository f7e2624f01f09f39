package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The lines behind a chart, one at each step above zero. chart-fx would paint each dash into a picture of its own first, and again
/// after each collection of garbage, for which the FX thread waits.
final class GridLines extends Path {
    private static final double SHARP = 0.5;

    private @Nullable Drawn drawn;

    private record Drawn(int steps, double width, double height) {}

    GridLines() {
        getStyleClass().add("chart-grid");
        setManaged(false);
        setMouseTransparent(true);
    }

    void place(double left, double top, double width, double height, int steps) {
        setLayoutX(left);
        setLayoutY(top);
        var fresh = new Drawn(steps, width, height);
        if (!fresh.equals(drawn)) {
            drawn = fresh;
            getElements().clear();
            for (int step = 1; step <= steps; step++) {
                double y = Math.floor(height * (steps - step) / steps) + SHARP;
                getElements().addAll(new MoveTo(0, y), new LineTo(width, y));
            }
        }
    }
}

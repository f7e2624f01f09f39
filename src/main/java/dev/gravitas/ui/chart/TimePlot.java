package dev.gravitas.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

/// The drawing of a chart over time without its names: grid, levels, marks and lines. Made of nodes, so that style sheets
/// give the colours.
final class TimePlot extends Pane {
    private static final double DASH = 6;
    private static final double BREAK = 4;

    private final List<Path> paths = new ArrayList<>();
    private final Rectangle clip = new Rectangle();

    TimePlot() {
        getStyleClass().add("time-plot");
        setClip(clip);
        setManaged(false);
    }

    /// Draws anew. The size is set before.
    ///
    /// @param top value at the upper edge
    void draw(TimePicture picture, NiceScale scale, double top) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        getChildren().clear();
        picture.gaps().forEach(gap -> getChildren().add(band(picture, gap.from(), gap.to(), 0, "gap-band")));
        scale.ticks().stream().skip(1).forEach(tick -> getChildren().add(across(tick, top, "grid-line")));
        picture.marks()
                .forEach(mark -> getChildren().add(band(picture, mark.at(),
                        mark.until() == null ? mark.at() : mark.until(), mark.alert() ? 2 : 1,
                        mark.alert() ? "alert-mark" : "mark")));
        picture.levels().forEach(level -> draw(level, top));
        for (int i = 0; i < picture.lines().size(); i++) {
            getChildren().add(path(i, picture, top));
        }
    }

    /// The colours of several lines at one level take turns, dash by dash.
    private void draw(TimeLevel level, double top) {
        int count = level.looks().size();
        for (int i = 0; i < count; i++) {
            var line = across(level.value(), top, "level-line");
            line.getStyleClass().add(level.looks().get(i).colourClass());
            line.getStrokeDashArray().setAll(DASH, count * (DASH + BREAK) - DASH);
            line.setStrokeDashOffset(-i * (DASH + BREAK));
            getChildren().add(line);
        }
    }

    private Line across(double value, double top, String style) {
        double y = snapPositionY(y(value, top)) + 0.5;
        var line = new Line(0, y, getWidth(), y);
        line.getStyleClass().add(style);
        return line;
    }

    private Region band(TimePicture picture, Instant from, Instant to, double least, String style) {
        var band = new Region();
        band.getStyleClass().add(style);
        double left = x(picture, from);
        band.resizeRelocate(left, 0, Math.max(least, x(picture, to) - left), getHeight());
        band.setManaged(false);
        return band;
    }

    private Path path(int index, TimePicture picture, double top) {
        while (paths.size() <= index) {
            paths.add(new Path());
        }
        var path = paths.get(index);
        var line = picture.lines().get(index);
        path.getStyleClass().setAll("time-line", line.look().colourClass(), line.look().patternClass());
        var elements = new ArrayList<PathElement>();
        for (var run : line.runs()) {
            boolean begins = true;
            for (var point : run) {
                double x = x(picture, point.at());
                double y = y(point.value(), top);
                elements.add(begins ? new MoveTo(x, y) : new LineTo(x, y));
                begins = false;
            }
            if (run.size() == 1) {
                // A lonely moment would be a line without length.
                elements.add(new LineTo(x(picture, run.getFirst().at()) + 1, y(run.getFirst().value(), top)));
            }
        }
        path.getElements().setAll(elements);
        return path;
    }

    /// Where a moment lies, from the left edge.
    double x(TimePicture picture, Instant at) {
        double from = picture.window().from().toEpochMilli();
        double length = picture.window().to().toEpochMilli() - from;
        return Math.clamp((at.toEpochMilli() - from) / length, 0, 1) * getWidth();
    }

    private double y(double value, double top) {
        return getHeight() * (1 - Math.clamp(value / top, 0, 1));
    }
}

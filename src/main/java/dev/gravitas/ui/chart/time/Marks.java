package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// What lies over the lines of a chart: times without readings, what happened, and levels. Made of nodes, so that style sheets give
/// the colours. FX thread only.
final class Marks extends Pane {
    /// Longer than the dashes of any line.
    private static final double DASH = 14;
    private static final double BREAK = 5;

    private final Rectangle clip = new Rectangle();

    Marks() {
        setClip(clip);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// Draws anew. The size is set before.
    ///
    /// @param drawn the lines that are
    /// @param top value at the upper edge
    void draw(TimePicture picture, List<TimeLine> drawn, TimeWindow span, double top) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        getChildren().clear();
        picture.gaps(span).forEach(gap -> band(span, gap.from(), gap.to(), 0, "gap-band"));
        for (var mark : picture.marks()) {
            if (mark.touches(span.from(), span.to())) {
                band(span, mark.at(), mark.end(), mark.alert() ? 2 : 1, mark.alert() ? "alert-mark" : "mark");
            }
        }
        var levels = picture.levels().stream().filter(level -> drawn.stream().anyMatch(level::concerns)).toList();
        // Bands of several levels would lie over each other, and one would cover lines that it does not concern.
        if (levels.size() == 1 && drawn.stream().allMatch(levels.getFirst()::concerns)) {
            danger(y(levels.getFirst(), top));
        }
        levels.forEach(level -> draw(level, y(level, top)));
    }

    private double y(TimeLevel level, double top) {
        return snapPositionY(getHeight() * (1 - Math.clamp(level.value() / top, 0, 1))) + 0.5;
    }

    private void danger(double y) {
        var above = new Region();
        above.getStyleClass().add("level-band");
        above.resizeRelocate(0, 0, getWidth(), y);
        above.setManaged(false);
        getChildren().add(above);
    }

    /// The colours of several lines at one level take turns, dash by dash.
    private void draw(TimeLevel level, double y) {
        int count = level.looks().size();
        for (int i = 0; i < count; i++) {
            var line = new Line(0, y, getWidth(), y);
            line.getStyleClass().addAll("level-line", level.looks().get(i).colourClass());
            line.getStrokeDashArray().setAll(DASH, count * (DASH + BREAK) - DASH);
            line.setStrokeDashOffset(-i * (DASH + BREAK));
            getChildren().add(line);
        }
    }

    private void band(TimeWindow span, Instant from, Instant to, double least, String style) {
        var band = new Region();
        band.getStyleClass().add(style);
        double left = Math.clamp(snapPositionX(x(span, from)), 0, Math.max(0, getWidth() - least));
        double right = Math.clamp(x(span, to), left + Math.min(least, getWidth()), Math.max(getWidth(), left + least));
        band.resizeRelocate(left, 0, right - left, getHeight());
        band.setManaged(false);
        getChildren().add(band);
    }

    /// Where a moment lies, from the left edge; a little outside for one that does.
    double x(TimeWindow span, Instant at) {
        double from = span.from().toEpochMilli();
        double length = span.to().toEpochMilli() - from;
        return Math.clamp((at.toEpochMilli() - from) / length, -0.1, 1.1) * getWidth();
    }
}

package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What moves with the pointer over a chart: the crosshair, what the lines say at it, and what is being selected. FX thread only.
final class Pointer {
    /// How far from a reading one may point at it, in pixels.
    private static final double REACH = 4;

    private final Region selection = over("chart-selection");
    private final Region crosshair = over("crosshair");
    private final ReadingsTip tip = new ReadingsTip();

    /// @param chart the children of the chart, upon which it stands
    Pointer(ObservableList<Node> chart) {
        tip.setViewOrder(-1);
        chart.addAll(List.of(selection, crosshair, tip));
    }

    private static Region over(String style) {
        var over = new Region();
        over.getStyleClass().add(style);
        over.setManaged(false);
        over.setVisible(false);
        over.setMouseTransparent(true);
        return over;
    }

    /// Shows what is being selected.
    ///
    /// @param area where the lines are drawn
    void select(Bounds area, double one, double other) {
        double from = Math.clamp(Math.min(one, other), area.getMinX(), area.getMaxX());
        double to = Math.clamp(Math.max(one, other), area.getMinX(), area.getMaxX());
        selection.resizeRelocate(from, area.getMinY(), to - from, area.getHeight());
        selection.setVisible(true);
    }

    void selectNothing() {
        selection.setVisible(false);
    }

    /// Shows the crosshair, or takes it away where the moment is not shown.
    ///
    /// @param at the moment, or one in the slice that is told
    void point(TimeWindow span, Grain grain, Instant at, Bounds area) {
        var moment = grain.middle(at);
        crosshair.setVisible(!at.isBefore(span.from()) && !at.isAfter(span.to()));
        double share = (moment.toEpochMilli() - span.from().toEpochMilli()) / lengthMs(span);
        crosshair.resizeRelocate(crosshair.snapPositionX(area.getMinX() + Math.clamp(share, 0, 1) * area.getWidth()),
                area.getMinY(), 1, area.getHeight());
        tip.setVisible(false);
    }

    /// Tells what the lines say at the crosshair.
    ///
    /// @param right edge of the chart
    void tell(Drawing drawing, List<TimeLine> lines, Instant at, Bounds area, double right, ChartWords words) {
        if (crosshair.isVisible()) {
            var grain = drawing.picture().grain();
            var reach = grain.sliced()
                    ? Duration.ZERO
                    : Duration.ofMillis(Math.round(lengthMs(drawing.span()) / Math.max(1, area.getWidth()) * REACH));
            var moment = grain.middle(at);
            tip.show(words.moment(moment), new Readings(lines).at(moment, reach),
                    words.alerts(drawing.picture(), moment, reach), words);
            tip.place(crosshair.getLayoutX(), area.getMinY(), right);
        }
    }

    void leave() {
        crosshair.setVisible(false);
        tip.setVisible(false);
    }

    private static double lengthMs(TimeWindow span) {
        return Duration.between(span.from(), span.to()).toMillis();
    }
}

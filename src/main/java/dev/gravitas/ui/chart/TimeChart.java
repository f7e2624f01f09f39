package dev.gravitas.ui.chart;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// Lines over time from zero, with levels and marks. Gaps stay gaps.
///
/// Its names are labels beside the drawing: those of values left, of times below, of marks above, where none covers another
/// and no edge cuts one.
public final class TimeChart extends Region {
    private static final double ROW = AxisLabels.ROW;
    private static final double GAP = AxisLabels.GAP;
    private static final double STEP_HEIGHT = 22;
    private static final int MOST_STEPS = 10;
    private static final double TIME_WIDTH = 88;
    private static final int MOST_TIMES = 13;

    private final TimePlot plot = new TimePlot();
    private final Region baseline = new Region();
    private final AxisLabels values = new AxisLabels(getChildren());
    private final AxisLabels times = new AxisLabels(getChildren());
    private final AxisLabels marks = new AxisLabels(getChildren());
    private Formats formats = new Formats(Locale.ENGLISH);
    private @Nullable TimePicture picture;

    public TimeChart() {
        getStyleClass().add("time-chart");
        baseline.getStyleClass().add("chart-baseline");
        getChildren().addAll(plot, baseline);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void setFormats(Formats formats) {
        this.formats = formats;
    }

    /// Replaces what is shown. FX thread.
    public void show(TimePicture fresh) {
        if (fresh.equals(picture)) {
            return;
        }
        var before = picture;
        picture = fresh;
        setAccessibleText(fresh.summary());
        if (before == null || !before.marks().equals(fresh.marks())) {
            nameMarks(fresh.marks());
        }
        requestLayout();
    }

    private void nameMarks(List<TimeMark> fresh) {
        marks.name(fresh.stream().map(TimeMark::text).toList());
        for (int i = 0; i < fresh.size(); i++) {
            var label = marks.all().get(i);
            label.getStyleClass().setAll("label", "chart-label", fresh.get(i).alert() ? "alert-label" : "mark-label");
            label.setTooltip(WholeText.of(fresh.get(i).whole()));
        }
    }

    @Override
    protected void layoutChildren() {
        var shown = picture;
        if (shown == null) {
            return;
        }
        double above = shown.marks().isEmpty() ? ROW / 2 : MarkLabels.ROWS * ROW + GAP / 2;
        double top = snappedTopInset() + above;
        double height = Math.max(1, getHeight() - top - snappedBottomInset() - ROW - GAP);
        var scale = NiceScale.covering(shown.top(), Math.clamp((int) (height / STEP_HEIGHT), 2, MOST_STEPS));
        values.name(scale.ticks().stream().map(tick -> formats.decimal(tick, scale.decimals())).toList());
        double left = snapPositionX(snappedLeftInset() + values.widest() + GAP);
        double width = Math.max(1, getWidth() - left - snappedRightInset());
        plot.resizeRelocate(left, top, width, height);
        plot.draw(shown, scale, scale.top());
        baseline.resizeRelocate(left, top + height, width, 1);
        values.beside(left, top, height);
        placeTimes(shown, left, width, top + height + GAP);
        placeMarks(shown, left, width);
    }

    private void placeTimes(TimePicture shown, double left, double width, double y) {
        var ticks = TimeTicks.in(shown.window(), Math.clamp((int) (width / TIME_WIDTH), 1, MOST_TIMES));
        times.name(ticks.moments()
                .stream()
                .map(at -> ticks.daily()
                        ? formats.day(at)
                        : TimeTicks.overDays(shown.window()) ? formats.minute(at) : formats.hour(at))
                .toList());
        times.below(ticks.moments().stream().mapToDouble(at -> left + plot.x(shown, at)).toArray(), left + width, y);
    }

    private void placeMarks(TimePicture shown, double left, double width) {
        var labels = marks.all();
        var widths = labels.stream().mapToDouble(label -> label.prefWidth(-1)).toArray();
        var positions = shown.marks().stream().mapToDouble(mark -> left + plot.x(shown, mark.at())).toArray();
        var places = MarkLabels.places(shown.marks(), positions, widths, left, left + width);
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var label = labels.get(i);
            label.setVisible(place != null);
            if (place != null) {
                label.resizeRelocate(snapPositionX(place.x()), snappedTopInset() + place.row() * ROW, place.width(),
                        ROW);
            }
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }
}

package dev.gravitas.ui.chart;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Lines over time from zero, with levels and marks. Gaps stay gaps.
///
/// Its names are labels beside the drawing: those of values left, of times below, of marks above, where none covers another
/// and no edge cuts one.
public final class TimeChart extends Region {
    private static final double ROW = 16;
    private static final double GAP = 8;
    private static final double STEP_HEIGHT = 22;
    private static final int MOST_STEPS = 10;
    private static final double TIME_WIDTH = 88;
    private static final int MOST_TIMES = 13;

    private final TimePlot plot = new TimePlot();
    private final Region baseline = new Region();
    private final List<Label> valueLabels = new ArrayList<>();
    private final List<Label> timeLabels = new ArrayList<>();
    private final List<Label> markLabels = new ArrayList<>();
    private Formats formats = new Formats(Locale.ENGLISH);
    private @Nullable TimePicture picture;
    private NiceScale scale = NiceScale.covering(1, 4);

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
            relabel(markLabels, fresh.marks().stream().map(TimeMark::text).toList());
            for (int i = 0; i < markLabels.size(); i++) {
                markLabels.get(i).getStyleClass().add(fresh.marks().get(i).alert() ? "alert-label" : "mark-label");
                markLabels.get(i).setTooltip(WholeText.of(fresh.marks().get(i).whole()));
            }
        }
        requestLayout();
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
        scale = NiceScale.covering(shown.top(), Math.clamp((int) (height / STEP_HEIGHT), 2, MOST_STEPS));
        name(valueLabels, scale.ticks().stream().map(tick -> formats.decimal(tick, scale.decimals())).toList());
        double left = snapPositionX(snappedLeftInset() + widest(valueLabels) + GAP);
        double width = Math.max(1, getWidth() - left - snappedRightInset());
        plot.resizeRelocate(left, top, width, height);
        plot.draw(shown, scale, scale.top());
        baseline.resizeRelocate(left, top + height, width, 1);
        placeValues(left, top, height);
        placeTimes(shown, left, width, top + height + GAP);
        placeMarks(shown, left, width);
    }

    private void name(List<Label> labels, List<String> texts) {
        if (!labels.stream().map(Label::getText).toList().equals(texts)) {
            relabel(labels, texts);
        }
    }

    private void relabel(List<Label> labels, List<String> texts) {
        getChildren().removeAll(labels);
        labels.clear();
        for (var text : texts) {
            var label = new Label(text);
            label.getStyleClass().add("chart-label");
            label.setManaged(false);
            labels.add(label);
        }
        getChildren().addAll(labels);
        labels.forEach(Label::applyCss);
    }

    private static double widest(List<Label> labels) {
        return labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
    }

    private void placeValues(double left, double top, double height) {
        for (int i = 0; i < valueLabels.size(); i++) {
            var label = valueLabels.get(i);
            double width = label.prefWidth(-1);
            double y = top + height * (1 - i / (double) scale.steps());
            label.resizeRelocate(left - GAP - width, snapPositionY(y - ROW / 2), width, ROW);
        }
    }

    private void placeTimes(TimePicture shown, double left, double width, double y) {
        var ticks = TimeTicks.in(shown.window(), Math.clamp((int) (width / TIME_WIDTH), 1, MOST_TIMES));
        name(timeLabels, ticks.moments()
                .stream()
                .map(at -> ticks.daily()
                        ? formats.day(at)
                        : TimeTicks.overDays(shown.window()) ? formats.minute(at) : formats.hour(at))
                .toList());
        double end = 0;
        for (int i = 0; i < timeLabels.size(); i++) {
            var label = timeLabels.get(i);
            double wide = label.prefWidth(-1);
            double x = left + plot.x(shown, ticks.moments().get(i)) - wide / 2;
            x = snapPositionX(Math.clamp(x, 0, Math.max(0, left + width - wide)));
            label.setVisible(x >= end);
            label.resizeRelocate(x, y, wide, ROW);
            end = label.isVisible() ? x + wide + GAP : end;
        }
    }

    private void placeMarks(TimePicture shown, double left, double width) {
        var widths = markLabels.stream().mapToDouble(label -> label.prefWidth(-1)).toArray();
        var positions = shown.marks().stream().mapToDouble(mark -> left + plot.x(shown, mark.at())).toArray();
        var places = MarkLabels.places(shown.marks(), positions, widths, left, left + width);
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var label = markLabels.get(i);
            label.setVisible(place != null);
            if (place != null) {
                label.resizeRelocate(snapPositionX(place.x()), snappedTopInset() + place.row() * ROW, place.width(),
                        ROW);
            }
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
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

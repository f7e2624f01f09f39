package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// Lines over time from zero, with levels and marks. Gaps stay gaps. It is zoomed, moved along and pointed at by mouse and by key.
///
/// chart-fx draws the lines. All names are labels beside the drawing: those of values left, of times below, of marks above, of the
/// newest values right, where none covers another and no edge cuts one.
public final class TimeChart extends Region {
    private static final double ROW = AxisLabels.ROW;
    private static final double GAP = AxisLabels.GAP;
    private static final double STEP_HEIGHT = 22;
    private static final int MOST_STEPS = 10;
    private static final double TIME_WIDTH = 88;
    private static final int MOST_TIMES = 13;
    private static final double ENDS_FROM_WIDTH = 420;
    private static final double LEAST_HEIGHT = 104;
    /// Of a mark's name that stands left of its line.
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("before");
    /// A lower chart has one row of marks' names.
    private static final double TWO_ROWS_FROM_HEIGHT = 140;

    private final GridLines grid = new GridLines();
    private final LinePlot plot = new LinePlot();
    private final Marks marks = new Marks();
    private final Region baseline = new Region();
    private final AxisLabels values = new AxisLabels(getChildren());
    private final AxisLabels times = new AxisLabels(getChildren());
    private final AxisLabels markNames = new AxisLabels(getChildren());
    private final LineEnds ends = new LineEnds(getChildren());
    private final Pointer pointer;
    private @Nullable ChartModel model;
    private @Nullable Drawn drawn;
    private List<TimeMark> named = List.of();
    private NiceScale scale = NiceScale.covering(1, 4);

    /// What the marks were drawn from.
    private record Drawn(TimePicture picture, List<TimeLine> lines, TimeWindow span, double top, double width,
            double height) {}

    public TimeChart() {
        getStyleClass().add("time-chart");
        baseline.getStyleClass().add("chart-baseline");
        getChildren().addAll(grid, plot.node(), marks, baseline);
        pointer = new Pointer(getChildren());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
    }

    /// Shows what the model has, from now on. Once.
    public void follow(ChartModel chart) {
        model = chart;
        setAccessibleHelp(chart.tools().strings().text("chart.help"));
        chart.drawing().subscribe(ready -> ready.ifPresent(this::show));
        // The first drawing waits for the width that only a layout tells.
        chart.picture().subscribe(_ -> requestLayout());
        chart.crosshair().at().subscribe(_ -> point());
        focusedProperty().subscribe(_ -> point());
        hoverProperty().subscribe(_ -> point());
        new ChartGestures(this, chart).attach();
        new ChartKeys(this, chart).attach();
    }

    private void show(Drawing drawing) {
        plot.show(drawing);
        nameMarks(drawing.picture().marks());
        if (model != null) {
            ends.name(drawing, model.tools().formats());
            setAccessibleText(words(drawing).summary(drawing));
        }
        point();
        requestLayout();
    }

    private ChartWords words(Drawing drawing) {
        var tools = Objects.requireNonNull(model).tools();
        return new ChartWords(drawing.picture().quantity(), drawing.picture().grain(), tools.formats(),
                tools.strings());
    }

    private void nameMarks(List<TimeMark> fresh) {
        if (!fresh.equals(named)) {
            named = fresh;
            markNames.name(fresh.stream().map(TimeMark::text).toList());
            for (int i = 0; i < fresh.size(); i++) {
                var label = markNames.all().get(i);
                label.getStyleClass()
                        .setAll("label", "chart-label", "flag", fresh.get(i).alert() ? "alert-label" : "mark-label");
                WholeText.tell(label, fresh.get(i).whole());
            }
        }
    }

    private Stream<Drawing> drawing() {
        return model == null ? Stream.empty() : model.drawing().get().stream();
    }

    @Override
    protected void layoutChildren() {
        var ready = drawing().findFirst();
        var picture = model == null ? null : ready.map(Drawing::picture).or(model.picture()::get).orElse(null);
        if (model == null || picture == null) {
            return;
        }
        double above = picture.marks().isEmpty() ? ROW / 2 : markRows() * ROW + GAP / 2;
        double top = snappedTopInset() + above;
        double height = Math.max(1, getHeight() - top - snappedBottomInset() - ROW - GAP);
        rescale(picture, height);
        double left = snapPositionX(snappedLeftInset() + values.widest() + GAP);
        double width = Math.max(1, getWidth() - left - snappedRightInset() - endsWidth());
        grid.place(left, top, width, height, scale.steps());
        plot.node().resizeRelocate(left, top, width, height);
        marks.resizeRelocate(left, top, width, height);
        baseline.resizeRelocate(left, top + height, width, 1);
        values.beside(left, top, height);
        ends.place(left + width + GAP / 2, top, height, scale.top());
        var span = span();
        drawMarks(new Drawn(picture, model.drawn(), span, scale.top(), width, height));
        placeTimes(picture, span, left, width, top + height + GAP);
        placeMarkNames(span, left, width);
        model.columns((int) Math.ceil(width));
        point();
    }

    private int markRows() {
        return getHeight() < TWO_ROWS_FROM_HEIGHT ? 1 : 2;
    }

    private double endsWidth() {
        if (getWidth() < ENDS_FROM_WIDTH) {
            ends.hide();
            return 0;
        }
        return ends.widest() == 0 ? 0 : ends.widest() + GAP / 2;
    }

    private void rescale(TimePicture picture, double height) {
        var fresh = NiceScale.covering(picture.top(), Math.clamp((int) (height / STEP_HEIGHT), 2, MOST_STEPS));
        if (!fresh.equals(scale) || values.all().isEmpty()) {
            scale = fresh;
            plot.scale(fresh);
            var formats = Objects.requireNonNull(model).tools().formats();
            values.name(fresh.ticks().stream().map(tick -> formats.decimal(tick, fresh.decimals())).toList());
        }
    }

    private void drawMarks(Drawn fresh) {
        if (!fresh.equals(drawn)) {
            drawn = fresh;
            marks.draw(fresh.picture, fresh.lines, fresh.span, fresh.top);
        }
    }

    private void placeTimes(TimePicture picture, TimeWindow span, double left, double width, double y) {
        int most = Math.clamp((int) (width / TIME_WIDTH), 1, MOST_TIMES);
        var formats = Objects.requireNonNull(model).tools().formats();
        var ticks = TimeTicks.of(picture.grain(), span, most, formats.zone().get());
        times.name(ticks.moments().stream().map(at -> ticks.name(at, span, formats)).toList());
        times.below(ticks.moments().stream().mapToDouble(at -> left + marks.x(span, at)).toArray(),
                left + width, y);
    }

    private void placeMarkNames(TimeWindow span, double left, double width) {
        var labels = markNames.all();
        var widths = labels.stream().mapToDouble(label -> label.prefWidth(-1)).toArray();
        var positions = named.stream().mapToDouble(mark -> left + marks.x(span, mark.at())).toArray();
        var places = MarkLabels.places(named, positions, widths, left, left + width, markRows());
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var label = labels.get(i);
            label.setVisible(place != null);
            if (place != null) {
                // Down to its line, so that each is seen to hang on one.
                double y = snappedTopInset() + place.row() * ROW;
                label.pseudoClassStateChanged(BEFORE, place.before());
                label.resizeRelocate(snapPositionX(place.flagX()), y, place.flagWidth(), area().getMinY() - y);
            }
        }
    }

    /// Shows the crosshair where the view has it; what it says only in the chart that is pointed at.
    private void point() {
        var at = model == null ? null : model.crosshair().at().get().orElse(null);
        var shown = drawing().findFirst().orElse(null);
        if (model == null || at == null || shown == null) {
            pointer.leave();
            return;
        }
        pointer.point(shown.span(), shown.picture().grain(), at, area());
        if (isHover() || isFocused()) {
            pointer.tell(shown, model.drawn(), at, area(), getWidth(), words(shown));
        }
    }

    /// The span that is drawn: that of the drawing, which may be a little behind the one that was asked for. Names, marks and lines
    /// change together.
    private TimeWindow span() {
        return drawing().findFirst()
                .map(Drawing::span)
                .orElseGet(() -> Objects.requireNonNull(model).span().shown().get());
    }

    /// Where the lines are drawn.
    Bounds area() {
        return new BoundingBox(marks.getLayoutX(), marks.getLayoutY(), marks.getWidth(), marks.getHeight());
    }

    /// The moment that lies at a place, or at the nearer edge.
    Instant moment(double x) {
        var span = span();
        double share = Math.clamp((x - area().getMinX()) / Math.max(1, area().getWidth()), 0, 1);
        return span.from().plusMillis(Math.round(share * Duration.between(span.from(), span.to()).toMillis()));
    }

    /// Shows what is being selected.
    void select(double one, double other) {
        pointer.select(area(), one, other);
    }

    void selectNothing() {
        pointer.selectNothing();
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
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

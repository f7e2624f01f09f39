package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A chart over time with its legend, or instead of them a table that says the same and a text that sums it up; and what became of
/// saving it. FX thread only.
///
/// Where [#legendGivesWay] the legend is left out of a chart that it would make too small.
public final class ChartPane extends Region {
    private static final double GAP = 4;
    private static final double LEGEND_SHARE = 0.3;
    private static final double LEAST_TABLE = 160;

    private final TimeChart chart = new TimeChart();
    private final ChartTable table = new ChartTable();
    private final Label summary = new Label();
    private final Label outcome = new Label();
    private final Button replace = new Button();
    private final Button dismiss = new Button();
    private final HBox foot = new HBox(outcome, replace, dismiss);
    private final BooleanProperty tabular = new SimpleBooleanProperty(this, "tabular");
    private final BooleanProperty legendGivesWay = new SimpleBooleanProperty(this, "legendGivesWay");
    private @Nullable ChartLegend legend;
    private @Nullable ChartModel model;
    private @Nullable ChartSaving saving;

    public ChartPane() {
        getStyleClass().add("chart-pane");
        summary.getStyleClass().add("caption");
        summary.setWrapText(true);
        summary.setVisible(false);
        outcome.setWrapText(true);
        outcome.getStyleClass().add("caption");
        outcome.setMaxWidth(Double.MAX_VALUE);
        outcome.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        replace.setMinWidth(USE_PREF_SIZE);
        dismiss.setMinWidth(USE_PREF_SIZE);
        replace.getStyleClass().add("chart-action");
        dismiss.getStyleClass().add("chart-action");
        replace.managedProperty().bind(replace.visibleProperty());
        foot.getStyleClass().add("chart-foot");
        foot.setVisible(false);
        getChildren().addAll(chart, table, summary, foot);
        tabular.subscribe(this::swap);
    }

    /// Shows what the model has, from now on. Once.
    public void follow(ChartModel shown) {
        model = shown;
        var outcomes = new ChartSaving(shown.tools());
        saving = outcomes;
        var strings = shown.tools().strings();
        replace.setText(strings.text("chart.save.replace"));
        outcomes.said().subscribe(this::say);
        dismiss.setOnAction(_ -> outcomes.dismiss());
        var names = new ChartLegend(shown);
        legend = names;
        getChildren().add(1, names);
        chart.follow(shown);
        shown.drawing().subscribe(drawing -> drawing.ifPresent(this::tell));
        shown.picture()
                .subscribe(picture -> table
                        .setAccessibleText(picture.map(now -> now.quantity().title()).orElse("")));
    }

    /// Whether the table stands in place of the chart.
    public BooleanProperty tabularProperty() {
        return tabular;
    }

    public boolean isLegendGivesWay() {
        return legendGivesWay.get();
    }

    public void setLegendGivesWay(boolean gives) {
        legendGivesWay.set(gives);
    }

    public TimeChart chart() {
        return chart;
    }

    Optional<ChartModel> model() {
        return Optional.ofNullable(model);
    }

    ChartSaving saving() {
        return Objects.requireNonNull(saving);
    }

    /// The chart with its legend as it is now, on its card's colour.
    WritableImage picture() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return snapshot(parameters, null);
    }

    /// What is shown, as a sheet that any thread may make.
    Optional<Supplier<ChartSheet>> sheet() {
        return model().flatMap(shown -> {
            var span = shown.span().shown().get();
            var lines = shown.drawn();
            return shown.picture().get().map(picture -> () -> ChartSheet.of(picture, span, lines));
        });
    }

    private void tell(Drawing drawing) {
        if (tabular.get()) {
            var words = words(drawing);
            summary.setText(words.summary(drawing));
            sheet().ifPresent(sheet -> fill(sheet, drawing, words));
        }
        requestLayout();
    }

    /// The rows of a large picture are made in the background; those before stay until then.
    private void fill(Supplier<ChartSheet> sheet, Drawing drawing, ChartWords words) {
        var shown = Objects.requireNonNull(model);
        if (drawing.picture().size() <= ChartModel.LARGE) {
            table.show(sheet.get(), words);
            return;
        }
        try {
            shown.tools().work().execute(() -> {
                var made = sheet.get();
                shown.tools().bridge().run(() -> {
                    if (shown.drawing().get().filter(now -> now == drawing).isPresent()) {
                        table.show(made, words);
                    }
                });
            });
        } catch (RejectedExecutionException closing) {
            // The window closes: nobody will look.
        }
    }

    private ChartWords words(Drawing drawing) {
        var tools = Objects.requireNonNull(model).tools();
        return new ChartWords(drawing.picture().quantity(), drawing.picture().grain(), tools.formats(),
                tools.strings());
    }

    private void swap(boolean asTable) {
        chart.setVisible(!asTable);
        table.setVisible(asTable);
        summary.setVisible(asTable);
        model().flatMap(shown -> shown.drawing().get()).ifPresent(this::tell);
        requestLayout();
    }

    private void say(Optional<ChartSaving.Said> said) {
        var strings = Objects.requireNonNull(model).tools().strings();
        foot.setVisible(said.isPresent());
        outcome.setText(said.map(ChartSaving.Said::text).orElse(""));
        var question = said.flatMap(ChartSaving.Said::question);
        replace.setVisible(question.isPresent());
        question.ifPresent(yes -> replace.setOnAction(_ -> yes.run()));
        dismiss.setText(strings.text(question.isPresent() ? "chart.save.keep" : "chart.save.close"));
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
        double left = snappedLeftInset();
        double bottom = getHeight() - snappedBottomInset();
        if (foot.isVisible()) {
            bottom = stand(foot, left, bottom, width);
        }
        if (summary.isVisible()) {
            bottom = stand(summary, left, bottom, width);
        }
        if (legend != null) {
            legend.fit(width);
            double height = snapSizeY(legend.prefHeight(width));
            boolean fits = !legendGivesWay.get() || height <= bottom * LEGEND_SHARE;
            legend.setVisible(!tabular.get() && fits);
            bottom = legend.isVisible() ? stand(legend, left, bottom, width) : bottom;
        }
        double room = Math.max(1, bottom - snappedTopInset());
        chart.resizeRelocate(left, snappedTopInset(), width, room);
        table.resizeRelocate(left, snappedTopInset(), width, room);
    }

    private double stand(Region part, double left, double bottom, double width) {
        double height = snapSizeY(part.prefHeight(width));
        part.resizeRelocate(left, bottom - height, width, height);
        return bottom - height - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        if (legend != null && inner > 0) {
            legend.fit(inner);
        }
        double height = snappedTopInset() + snappedBottomInset()
                + (tabular.get() ? LEAST_TABLE : chart.minHeight(inner));
        for (var part : new @Nullable Region[]{foot.isVisible() ? foot : null, summary.isVisible() ? summary : null,
                legend != null && !legendGivesWay.get() && !tabular.get() ? legend : null}) {
            height += part == null ? 0 : part.prefHeight(inner) + GAP;
        }
        return height;
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

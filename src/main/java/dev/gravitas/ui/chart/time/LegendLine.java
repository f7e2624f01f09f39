package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.fx.WholeText;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One line in the legend. FX thread only.
final class LegendLine extends Button {
    private static final double WIDEST_NAME = 220;
    /// The chip and the gaps.
    private static final double REST = 24;

    private final Chip chip = new Chip();
    private final Label name = new Label();
    private final Label figures = new Label();
    private final ChartModel model;

    LegendLine(ChartModel model) {
        this.model = model;
        getStyleClass().add("legend-line");
        name.getStyleClass().add("caption");
        name.setMinWidth(0);
        name.setMaxWidth(WIDEST_NAME);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        figures.getStyleClass().add("legend-figure");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        var parts = new HBox(chip, name, figures);
        parts.getStyleClass().add("legend-entry");
        figures.managedProperty().bind(figures.visibleProperty());
        setGraphic(parts);
        setMinWidth(0);
        // A button fires on release, before the click.
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::add);
        addEventFilter(KeyEvent.KEY_PRESSED, this::addByKey);
        setOnAction(_ -> model.isolate(name.getText()));
    }

    void show(Drawing.Entry entry, ChartWords words) {
        var line = entry.line();
        chip.show(line.look());
        if (!line.name().equals(name.getText())) {
            name.setText(line.name());
            WholeText.tell(name, line.name());
        }
        if (figures.getTooltip() == null) {
            WholeText.tell(figures, words.meaning());
        }
        figures.setText(entry.figures().map(words::figures).orElseGet(words::noReading));
        pseudoClassStateChanged(ChartLegend.UNDRAWN, !entry.drawn());
        setAccessibleText(line.name() + " " + figures.getText());
        setAccessibleHelp(words.strings().text(entry.drawn() ? "chart.legend.help" : "chart.legend.help.undrawn"));
    }

    /// Where there is no room for both the figures go, not the name.
    void fit(double width) {
        double named = Math.min(WIDEST_NAME, name.prefWidth(-1)) + REST;
        figures.setVisible(named + figures.prefWidth(-1) <= width);
        setMaxWidth(width);
    }

    private void add(MouseEvent event) {
        if (event.isShortcutDown()) {
            disarm();
            model.add(name.getText());
            event.consume();
        }
    }

    private void addByKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.SPACE) {
            model.add(name.getText());
            event.consume();
        }
    }
}

package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.Chip;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the lines say at the crosshair, beside it: the highest first. FX thread only.
final class ReadingsTip extends VBox {
    private static final double WIDEST_NAME = 240;
    private static final double BESIDE = 12;

    private final Label time = new Label();
    private final Label none = new Label();
    private final GridPane rows = new GridPane();
    private final Label alerts = new Label();

    ReadingsTip() {
        getStyleClass().add("readings-tip");
        time.getStyleClass().add("strong");
        none.getStyleClass().add("caption");
        rows.getStyleClass().add("readings");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(new ColumnConstraints(), names, new ColumnConstraints());
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        alerts.getStyleClass().add("alert-label");
        getChildren().addAll(time, none, rows, alerts);
        alerts.managedProperty().bind(alerts.visibleProperty());
        none.managedProperty().bind(none.visibleProperty());
        rows.managedProperty().bind(rows.visibleProperty());
    }

    /// @param readings the highest first
    /// @param wrong what went wrong then
    void show(String moment, List<Readings.Reading> readings, List<String> wrong, ChartWords words) {
        alerts.setText(String.join("\n", wrong));
        alerts.setVisible(!wrong.isEmpty());
        time.setText(moment);
        none.setText(words.noReading());
        none.setVisible(readings.isEmpty());
        rows.setVisible(!readings.isEmpty());
        rows.getChildren().clear();
        for (int i = 0; i < readings.size(); i++) {
            row(i, readings.get(i), words);
        }
        setVisible(true);
    }

    private void row(int row, Readings.Reading reading, ChartWords words) {
        var chip = new Chip();
        chip.show(reading.look());
        var name = new Label(reading.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(WIDEST_NAME);
        var value = new Label(words.value(reading.value()));
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("strong");
        rows.addRow(row, chip, name, value);
    }

    /// Beside the crosshair, where there is more room.
    ///
    /// @param right edge of the chart
    void place(double crosshair, double top, double right) {
        // Fresh labels have no size before their style.
        applyCss();
        autosize();
        double beyond = crosshair + BESIDE;
        double before = crosshair - BESIDE - getWidth();
        relocate(snapPositionX(beyond + getWidth() <= right ? beyond : Math.max(0, before)), snapPositionY(top));
    }
}

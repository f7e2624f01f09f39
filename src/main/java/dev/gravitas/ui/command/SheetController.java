package dev.gravitas.ui.command;

import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows every command that has keys, by group, and the keys of a chart.
public final class SheetController {
    private final Supplier<Commands> commands;
    private final Overlay overlay;
    private final Strings strings;
    @FXML
    private VBox left;
    @FXML
    private VBox right;

    private record Line(String text, String keys) {}

    public SheetController(Supplier<Commands> commands, Overlay overlay, Strings strings) {
        this.commands = commands;
        this.overlay = overlay;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        var groups = new LinkedHashMap<String, List<Line>>();
        commands.get()
                .all()
                .stream()
                .filter(command -> !command.keys().isEmpty())
                .forEach(command -> groups.computeIfAbsent(command.group(), _ -> new ArrayList<>())
                        .add(new Line(command.text(), CommandKeys.shown(command))));
        groups.put(strings.text("sheet.chart"), chart());
        int lines = groups.values().stream().mapToInt(List::size).sum();
        int shown = 0;
        for (var group : groups.entrySet()) {
            (2 * shown < lines ? left : right).getChildren().add(block(group.getKey(), group.getValue()));
            shown += group.getValue().size();
        }
    }

    private List<Line> chart() {
        return List.of(line("sheet.chart.point", "sheet.chart.point.keys"),
                line("sheet.chart.zoom", "sheet.chart.zoom.keys"),
                line("sheet.chart.move", "sheet.chart.move.keys"),
                line("sheet.chart.back", "sheet.chart.back.keys"),
                line("sheet.chart.all", "sheet.chart.all.keys"),
                line("sheet.chart.drag", "sheet.chart.drag.keys"),
                line("sheet.chart.drag.move", "sheet.chart.drag.move.keys"));
    }

    private Line line(String text, String keys) {
        return new Line(strings.text(text), strings.text(keys));
    }

    private static VBox block(String group, List<Line> all) {
        var title = new Label(group);
        title.getStyleClass().add("card-title");
        var lines = new GridPane();
        lines.getStyleClass().add("key-lines");
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().add(texts);
        for (var line : all) {
            var keys = new Label(line.keys());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(keys, HPos.RIGHT);
            lines.addRow(lines.getRowCount(), new Label(line.text()), keys);
        }
        var block = new VBox(title, lines);
        block.getStyleClass().add("key-group");
        return block;
    }

    @FXML
    void close() {
        overlay.close();
    }
}

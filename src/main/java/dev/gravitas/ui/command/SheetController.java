package dev.gravitas.ui.command;

import dev.gravitas.ui.fx.Overlay;

import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Shows every command that has keys, by group.
public final class SheetController {
    private final Supplier<Commands> commands;
    private final Overlay overlay;
    @FXML
    private FlowPane groups;

    public SheetController(Supplier<Commands> commands, Overlay overlay) {
        this.commands = commands;
        this.overlay = overlay;
    }

    @FXML
    void initialize() {
        var all = commands.get().all().stream().filter(command -> !command.keys().isEmpty()).toList();
        for (var group : all.stream().map(Command::group).distinct().toList()) {
            var title = new Label(group);
            title.getStyleClass().add("card-title");
            var lines = new GridPane();
            lines.getStyleClass().add("key-lines");
            for (var command : all.stream().filter(one -> one.group().equals(group)).toList()) {
                var keys = new Label(CommandKeys.shown(command));
                keys.getStyleClass().add("keys");
                GridPane.setHalignment(keys, HPos.RIGHT);
                lines.addRow(lines.getRowCount(), new Label(command.text()), keys);
            }
            var block = new VBox(title, lines);
            block.getStyleClass().add("key-group");
            groups.getChildren().add(block);
        }
    }

    @FXML
    void close() {
        overlay.close();
    }
}

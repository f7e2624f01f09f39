package dev.gravitas.ui.command;

import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A command: its group, what it does, its keys.
final class CommandCell extends ListCell<Command> {
    private final Label group = new Label();
    private final Label text = new Label();
    private final Label keys = new Label();
    private final HBox line;

    CommandCell() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        group.getStyleClass().add(Styles.MUTED);
        keys.getStyleClass().add("keys");
        group.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(group, text, space, keys);
        line.getStyleClass().add("command-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            return;
        }
        group.setText(command.group());
        text.setText(command.text());
        keys.setText(CommandKeys.shown(command));
        keys.setVisible(!command.keys().isEmpty());
        setGraphic(line);
    }
}

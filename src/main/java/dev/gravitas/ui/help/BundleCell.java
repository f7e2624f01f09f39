package dev.gravitas.ui.help;

import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// An entry of the bundle: whether it goes in, its name, its size.
final class BundleCell extends ListCell<BundleLine> {
    private final CheckBox chosen = new CheckBox();
    private final Label size = new Label();
    private final HBox content;
    private @Nullable BundleLine shown;

    BundleCell() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        size.getStyleClass().addAll(Styles.MUTED, "caption");
        size.setMinWidth(Region.USE_PREF_SIZE);
        chosen.setFocusTraversable(false);
        content = new HBox(chosen, space, size);
        content.getStyleClass().add("command-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable BundleLine line, boolean empty) {
        super.updateItem(line, empty);
        if (shown != null) {
            chosen.selectedProperty().unbindBidirectional(shown.chosen());
        }
        shown = empty ? null : line;
        if (shown == null) {
            setGraphic(null);
            return;
        }
        chosen.setText(shown.entry().name());
        chosen.selectedProperty().bindBidirectional(shown.chosen());
        size.setText(shown.size());
        setGraphic(content);
    }
}

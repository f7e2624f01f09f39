package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A lockout in the list: when, how long and how little, then where and who held most.
final class LockoutCell extends ListCell<LockoutRow> {
    private final Label when = new Label();
    private final Label extent = new Label();
    private final Label detail = new Label();
    private final VBox lines;

    LockoutCell() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(when, gap, extent);
        line.getStyleClass().add("lockout-line");
        lines = new VBox(line, detail);
        when.setMinWidth(Region.USE_PREF_SIZE);
        extent.setMinWidth(0);
        extent.getStyleClass().add("strong");
        detail.getStyleClass().add("caption");
        detail.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LockoutRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(Styles.DANGER, !empty && row != null && row.lasting());
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        when.setText(row.when());
        extent.setText(row.extent());
        WholeText.tell(extent, row.extent());
        detail.setText(row.detail());
        WholeText.tell(detail, row.detail());
        setAccessibleText(String.join(", ", row.when(), row.extent(), row.detail()));
        setGraphic(lines);
    }
}

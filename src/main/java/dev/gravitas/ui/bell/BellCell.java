package dev.gravitas.ui.bell;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A line of the bell's history: when, what, how often, and more about it.
final class BellCell extends ListCell<Rung> {
    private final Formats formats;
    private final Strings strings;
    private final FontIcon icon = new FontIcon();
    private final Label what = new Label();
    private final Label at = new Label();
    private final Label more = new Label();
    private final HBox line;

    BellCell(Formats formats, Strings strings) {
        this.formats = formats;
        this.strings = strings;
        getStyleClass().add("bell-cell");
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        at.getStyleClass().add("caption");
        at.setMinWidth(Region.USE_PREF_SIZE);
        more.getStyleClass().add("caption");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.managedProperty().bind(more.visibleProperty());
        var words = new VBox(new HBox(what, at), more);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(icon, words);
        line.getStyleClass().add("bell-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Rung rung, boolean empty) {
        super.updateItem(rung, empty);
        if (empty || rung == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var ring = rung.ring();
        icon.setIconLiteral(switch (ring.kind()) {
            case BAD -> "mdmz-warning";
            case OVER, DONE -> "mdal-check_circle_outline";
        });
        pseudoClassStateChanged(Styles.WARNING, ring.kind() == Ring.Kind.BAD);
        what.setText(ring.what());
        at.setText(formats.minute(rung.at()));
        more.setText(more(rung));
        more.setVisible(!more.getText().isEmpty());
        setAccessibleText(String.join(". ", List.of(at.getText(), ring.what(), more.getText())));
        setGraphic(line);
    }

    private String more(Rung rung) {
        var text = rung.ring().more();
        return rung.times() == 1
                ? text
                : strings.text("bell.times", formats.count(rung.times()), formats.minute(rung.first()), text).strip();
    }
}

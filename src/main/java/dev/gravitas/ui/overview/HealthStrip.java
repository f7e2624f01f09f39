package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whether all is well, in words; a line and a button for each thing that is not. FX thread only.
public final class HealthStrip extends VBox {
    private @Nullable Health shown;

    public HealthStrip() {
        getStyleClass().addAll("card", "health-strip");
    }

    /// @param open opens a view
    void show(Health health, Strings strings, Consumer<Lead> open) {
        if (health.equals(shown)) {
            return;
        }
        boolean same = shown != null && shown.concerns().size() == health.concerns().size() && shown.concerns()
                .stream()
                .map(Concern::lead)
                .toList()
                .equals(health.concerns().stream().map(Concern::lead).toList());
        shown = health;
        mood(this, health.level());
        if (same && !health.concerns().isEmpty()) {
            // The buttons stay, and with them the focus.
            for (int i = 0; i < health.concerns().size(); i++) {
                ((Line) getChildren().get(i)).show(health.concerns().get(i));
            }
            getChildren().remove(health.concerns().size(), getChildren().size());
        } else {
            getChildren().setAll(health.concerns().stream().map(concern -> new Line(concern, strings, open)).toList());
        }
        if (health.concerns().isEmpty()) {
            getChildren().add(verdict(health));
        } else if (!health.more().isEmpty()) {
            getChildren().add(caption(health.more()));
        }
    }

    private static Node verdict(Health health) {
        var title = new Label(health.title());
        title.getStyleClass().add("strip-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(title, caption(health.more()));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon(health.level()), words);
        line.getStyleClass().add("health-line");
        mood(line, health.level());
        return line;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static FontIcon icon(Level level) {
        return new FontIcon(switch (level) {
            case OK -> "mdal-check_circle_outline";
            case QUIET -> "mdal-help_outline";
            case WARNING -> "mdmz-warning";
            case DANGER -> "mdal-error";
        });
    }

    private static void mood(Node node, Level level) {
        node.pseudoClassStateChanged(Styles.OK, level == Level.OK);
        node.pseudoClassStateChanged(Styles.WARNING, level == Level.WARNING);
        node.pseudoClassStateChanged(Styles.DANGER, level == Level.DANGER);
    }

    /// One thing that is not well.
    private static final class Line extends HBox {
        private final FontIcon icon = icon(Level.QUIET);
        private final Label what = new Label();
        private final Label more = caption("");
        private final Button button = new Button();
        private final Strings strings;

        private Line(Concern concern, Strings strings, Consumer<Lead> open) {
            this.strings = strings;
            getStyleClass().add("health-line");
            what.getStyleClass().add("strip-title");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("health-lead");
            button.setOnAction(_ -> open.accept(concern.lead()));
            var words = new VBox(what, more);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(icon, words, button);
            show(concern);
        }

        private void show(Concern concern) {
            icon.setIconLiteral(icon(concern.level()).getIconLiteral());
            mood(this, concern.level());
            what.setText(concern.what());
            more.setText(concern.more());
            button.setText(strings.text(switch (concern.lead()) {
                case EFFICIENCY -> "overview.lead.efficiency";
                case TRENDS -> "overview.lead.trends";
                case VRAM -> "overview.lead.vram";
                case FOOTPRINT -> "overview.lead.footprint";
                case SETTINGS -> "overview.lead.settings";
            }));
            button.setAccessibleText(String.join(" ", concern.what(), concern.more(), button.getText()));
        }
    }
}

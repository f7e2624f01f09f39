package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Styles;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What the console says of itself, line by line: what, and how it stands, with an icon where that is more than a figure.
public final class FactList extends GridPane {
    private List<HealthFact> shown = List.of();

    public FactList() {
        getStyleClass().add("fact-list");
        var label = new ColumnConstraints();
        label.setMinWidth(USE_PREF_SIZE);
        label.setHgrow(Priority.NEVER);
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(label, value);
    }

    void show(List<HealthFact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        getChildren().clear();
        for (int i = 0; i < facts.size(); i++) {
            addRow(i, label(facts.get(i)), value(facts.get(i)));
        }
    }

    private static Node label(HealthFact fact) {
        var label = new Label(fact.label());
        label.getStyleClass().add("fact-label");
        label.setMinWidth(USE_PREF_SIZE);
        setValignment(label, VPos.TOP);
        return label;
    }

    private static Node value(HealthFact fact) {
        var value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        switch (fact.level()) {
            case OK -> value.setGraphic(new FontIcon("mdal-check_circle_outline"));
            case WARNING -> value.setGraphic(new FontIcon("mdmz-warning"));
            case DANGER -> value.setGraphic(new FontIcon("mdal-error"));
            case QUIET -> {
            }
        }
        value.pseudoClassStateChanged(Styles.OK, fact.level() == Level.OK);
        value.pseudoClassStateChanged(Styles.WARNING, fact.level() == Level.WARNING);
        value.pseudoClassStateChanged(Styles.DANGER, fact.level() == Level.DANGER);
        return value;
    }
}

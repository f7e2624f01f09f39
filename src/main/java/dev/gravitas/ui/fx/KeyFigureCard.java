package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with one key figure, number first.
public final class KeyFigureCard extends VBox {
    private static final int LONG_DETAIL = 40;

    private final Label title = new Label();
    private final Label value = new Label(Formats.MISSING);
    private final Label unit = new Label();
    private final Label detail = new Label();
    private final AskMark mark = new AskMark();

    public KeyFigureCard() {
        getStyleClass().addAll("card", "key-figure");
        title.getStyleClass().add("caption");
        value.getStyleClass().add("key-value");
        unit.getStyleClass().add("key-unit");
        value.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("caption");
        var line = new HBox(value, unit);
        line.getStyleClass().add("key-line");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, mark);
        getChildren().addAll(head, line, detail);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public @Nullable String getAsk() {
        return mark.getAsk();
    }

    /// What its mark asks.
    public void setAsk(@Nullable String words) {
        mark.setAsk(words);
    }

    public void show(KeyFigure figure) {
        value.setText(figure.value());
        unit.setText(figure.unit());
        detail.setText(figure.detail());
        var isLong = figure.detail().length() > LONG_DETAIL;
        detail.setMinWidth(isLong ? 0 : USE_PREF_SIZE);
        WholeText.tell(detail, isLong ? figure.detail() : null);
    }
}

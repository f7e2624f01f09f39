package dev.gravitas.ui.overview;

import dev.gravitas.ui.chart.Sparkline;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with one key figure and how it went, which leads to the view behind it.
public final class FigureButton extends Button {
    private static final int LONG_DETAIL = 40;
    /// Its padding and border, as in the style sheet.
    private static final double PADDING = 13;

    private final Label title = new Label();
    private final Label value = new Label(Formats.MISSING);
    private final Label unit = new Label();
    private final Sparkline trend = new Sparkline();
    private final Label period = new Label();
    private final Label detail = new Label();
    private final AskMark mark = new AskMark();

    public FigureButton() {
        getStyleClass().addAll("card", "key-figure", "figure-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        title.getStyleClass().add("caption");
        title.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("key-value");
        value.setMinWidth(USE_PREF_SIZE);
        unit.getStyleClass().add("key-unit");
        unit.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("caption");
        period.getStyleClass().add("caption");
        period.setMinWidth(USE_PREF_SIZE);
        period.visibleProperty().bind(trend.visibleProperty());
        period.managedProperty().bind(trend.visibleProperty());
        var number = new HBox(value, unit);
        number.getStyleClass().add("key-line");
        var line = new HBox(number, trend);
        line.getStyleClass().add("figure-line");
        trend.managedProperty().bind(trend.visibleProperty());
        HBox.setHgrow(trend, Priority.ALWAYS);
        // The card has the focus, and its key.
        mark.setFocusTraversable(false);
        var content = new VBox(ends(title, mark), line, ends(detail, period));
        content.getStyleClass().add("figure-content");
        // A button gives its graphic no more room than that wants.
        content.prefWidthProperty().bind(widthProperty().subtract(2 * PADDING));
        setGraphic(content);
    }

    private static HBox ends(Region left, Region right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(left, gap, right);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
        setAccessibleText(text);
    }

    public @Nullable String getAsk() {
        return mark.getAsk();
    }

    /// What its mark asks.
    public void setAsk(@Nullable String words) {
        mark.setAsk(words);
    }

    public String getPeriod() {
        return period.getText();
    }

    /// Of which time the small line is.
    public void setPeriod(String words) {
        period.setText(words);
    }

    void show(KeyCard card) {
        var figure = card.figure();
        value.setText(figure.value());
        unit.setText(figure.unit());
        detail.setText(figure.detail());
        boolean isLong = figure.detail().length() > LONG_DETAIL;
        detail.setMinWidth(isLong ? 0 : USE_PREF_SIZE);
        WholeText.tell(detail, isLong ? figure.detail() : null);
        trend.show(card.trend());
        trend.setVisible(!card.trend().isEmpty());
        setAccessibleText(card.spoken());
    }
}

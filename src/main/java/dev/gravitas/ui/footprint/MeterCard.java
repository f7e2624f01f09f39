package dev.gravitas.ui.footprint;

import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with a figure, a bar of how much of its limit is used, and the verdict in a word.
public final class MeterCard extends VBox {
    private final Label title = new Label();
    private final Label value = new Label(Formats.MISSING);
    private final Label word = new Label();
    private final FontIcon icon = new FontIcon();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label detail = new Label();
    private final AskMark mark = new AskMark();

    public MeterCard() {
        getStyleClass().addAll("card", "key-figure", "meter");
        title.getStyleClass().add("caption");
        value.getStyleClass().add("key-value");
        word.getStyleClass().add("verdict");
        word.setGraphic(icon);
        word.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("caption");
        detail.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(value, gap, word);
        line.getStyleClass().add("key-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, space, mark), line, bar, detail);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
        bar.setAccessibleText(text);
    }

    public @Nullable String getAsk() {
        return mark.getAsk();
    }

    /// What its mark asks.
    public void setAsk(@Nullable String words) {
        mark.setAsk(words);
    }

    void show(Meter meter) {
        value.setText(meter.value());
        word.setText(meter.word());
        icon.setIconLiteral(switch (meter.level()) {
            case OK -> "mdal-check_circle_outline";
            case NEAR -> "mdmz-warning";
            case OVER -> "mdal-error";
        });
        detail.setText(meter.detail());
        bar.setProgress(Math.min(1, meter.share()));
        pseudoClassStateChanged(Styles.OK, meter.level() == Meter.Level.OK);
        pseudoClassStateChanged(Styles.WARNING, meter.level() == Meter.Level.NEAR);
        pseudoClassStateChanged(Styles.DANGER, meter.level() == Meter.Level.OVER);
    }
}

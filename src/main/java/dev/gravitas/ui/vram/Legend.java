package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.WholeText;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What colours stand for, with a figure each, on as many lines as it takes.
public final class Legend extends FlowPane {
    private static final double WIDEST_NAME = 280;
    private List<LegendEntry> shown = List.of();

    public Legend() {
        getStyleClass().add("legend");
        // Else its longest name, which may be shortened, would widen the card.
        setMinWidth(0);
    }

    /// Replaces what is shown.
    public void show(List<LegendEntry> fresh) {
        if (!fresh.equals(shown)) {
            shown = fresh;
            getChildren().setAll(fresh.stream().map(this::entry).toList());
        }
    }

    private HBox entry(LegendEntry entry) {
        var swatch = new Region();
        swatch.getStyleClass().add("chip");
        swatch.getStyleClass().addAll(entry.swatch().classes());
        var name = new Label(entry.name());
        name.getStyleClass().add("caption");
        name.setMinWidth(0);
        name.setMaxWidth(WIDEST_NAME);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(WholeText.of(entry.name()));
        var figure = new Label(entry.figure());
        figure.getStyleClass().add("legend-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(swatch, name, figure);
        line.getStyleClass().add("legend-entry");
        line.maxWidthProperty().bind(widthProperty());
        return line;
    }
}

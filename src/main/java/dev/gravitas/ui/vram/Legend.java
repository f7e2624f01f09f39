package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.KeptNodes;
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
    private final KeptNodes<Entry> kept = new KeptNodes<>(() -> new Entry(this));
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
            var entries = kept.in(this, fresh.size());
            for (int i = 0; i < fresh.size(); i++) {
                entries.get(i).show(fresh.get(i));
            }
        }
    }

    private static final class Entry extends HBox {
        private final Region swatch = new Region();
        private final Label name = new Label();
        private final Label figure = new Label();

        Entry(Legend legend) {
            getStyleClass().add("legend-entry");
            name.getStyleClass().add("caption");
            name.setMinWidth(0);
            name.setMaxWidth(WIDEST_NAME);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            figure.getStyleClass().add("legend-figure");
            figure.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(swatch, name, figure);
            maxWidthProperty().bind(legend.widthProperty());
        }

        void show(LegendEntry entry) {
            entry.swatch().dress(swatch, "chip");
            name.setText(entry.name());
            WholeText.tell(name, entry.name());
            figure.setText(entry.figure());
        }
    }
}

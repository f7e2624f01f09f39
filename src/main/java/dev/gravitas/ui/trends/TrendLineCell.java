package dev.gravitas.ui.trends;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A model in the list beside the chart: whether it is drawn, its colour, its figure.
final class TrendLineCell extends ListCell<TrendLine> {
    private final CheckBox shown = new CheckBox();
    private final Chip chip = new Chip();
    private final Label name = new Label();
    private final Label score = new Label();
    private final HBox line;

    TrendLineCell(Consumer<TrendLine> toggle) {
        HBox.setHgrow(name, Priority.ALWAYS);
        line = new HBox(shown, chip, name, score);
        line.getStyleClass().add("trend-line");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        score.setMinWidth(Region.USE_PREF_SIZE);
        score.getStyleClass().add("strong");
        setPrefWidth(0);
        shown.setOnAction(_ -> {
            if (getItem() != null) {
                toggle.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TrendLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        chip.show(item.model().look());
        name.setText(item.model().shown());
        WholeText.tell(name, item.model().shown());
        score.setText(item.score());
        shown.setSelected(item.shown());
        shown.setDisable(!item.free());
        shown.setAccessibleText(item.model().shown());
        setGraphic(line);
    }
}

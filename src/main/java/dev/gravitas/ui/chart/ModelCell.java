package dev.gravitas.ui.chart;

import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/// A model in a table: its chip and its name.
public final class ModelCell<R> extends TableCell<R, ModelName> {
    private final Chip chip = new Chip();

    public ModelCell() {
        getStyleClass().add("model-cell");
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable ModelName model, boolean empty) {
        super.updateItem(model, empty);
        if (empty || model == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            chip.show(model.look());
            setText(model.shown());
            setGraphic(chip);
            WholeText.tell(this, model.shown());
        }
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/// The model of a process in the table, or a dash where none is known.
final class HeldModelCell extends TableCell<HolderRow, HolderRow.Held> {
    private final Chip chip = new Chip();

    HeldModelCell() {
        getStyleClass().add("model-cell");
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(HolderRow.@Nullable Held held, boolean empty) {
        super.updateItem(held, empty);
        var model = empty || held == null ? null : held.model();
        setText(empty ? null : model == null ? Formats.MISSING : model.shown());
        WholeText.tell(this, model == null ? null : model.shown());
        setGraphic(model == null ? null : chip);
        if (model != null) {
            chip.show(model.look());
        }
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.Chip;
import org.jspecify.annotations.Nullable;

import javafx.scene.control.TableCell;

/// A GPU in the table, marked as its line in the chart is.
final class GpuCell extends TableCell<HolderRow, GpuName> {
    private final Chip chip = new Chip();

    GpuCell() {
        getStyleClass().add("gpu-cell");
    }

    @Override
    protected void updateItem(@Nullable GpuName gpu, boolean empty) {
        super.updateItem(gpu, empty);
        setText(empty || gpu == null ? null : gpu.name());
        setGraphic(empty || gpu == null ? null : chip);
        if (!empty && gpu != null) {
            chip.show(gpu.look());
        }
    }
}

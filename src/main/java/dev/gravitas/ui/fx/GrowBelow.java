package dev.gravitas.ui.fx;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two cards, one above the other: the first as tall as it wants, the second takes what is left. Where little is left the
/// second one is not shown, rather than squeezed.
public final class GrowBelow extends Pane {
    private static final double GAP = 12;

    @Override
    protected void layoutChildren() {
        var first = (Region) getChildren().getFirst();
        var second = (Region) getChildren().getLast();
        var width = getWidth();
        var height = getHeight();
        var wanted = Math.min(height, first.prefHeight(width));
        var left = height - wanted - GAP;
        var room = left >= second.minHeight(width);
        second.setVisible(room);
        first.resizeRelocate(0, 0, width, snapSizeY(room ? wanted : height));
        second.resizeRelocate(0, snapPositionY(wanted + GAP), width, Math.max(0, left));
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }
}

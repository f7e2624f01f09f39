package dev.gravitas.ui.fx;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two cards, one above the other: the first as tall as it wants, the second takes what is left. Where that is too little,
/// the first gives some of its height up; where even that does not help the second is not shown, rather than squeezed.
public final class GrowBelow extends Pane {
    private static final double GAP = 12;
    private static final double LEAST = 260;
    private static final double LEAST_SHARE = 0.75;

    @Override
    protected void layoutChildren() {
        var first = (Region) getChildren().getFirst();
        var second = (Region) getChildren().getLast();
        var width = getWidth();
        var height = getHeight();
        var wanted = Math.min(height, first.prefHeight(width));
        var most = height - GAP - second.minHeight(width);
        var both = most >= Math.min(wanted, Math.max(LEAST, wanted * LEAST_SHARE));
        var upper = snapSizeY(both ? Math.min(wanted, Math.floor(most)) : height);
        second.setVisible(both);
        first.resizeRelocate(0, 0, width, upper);
        second.resizeRelocate(0, snapPositionY(upper + GAP), width, Math.max(0, height - upper - GAP));
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }
}

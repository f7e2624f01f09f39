package dev.gravitas.ui.fx;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A chart and, to its right, a table that says the same in figures. Where there is no room for both the chart gives way.
public final class GiveWay extends Pane {
    private static final double GAP = 16;
    private static final double LEAST = 180;

    @Override
    protected void layoutChildren() {
        var chart = (Region) getChildren().getFirst();
        var table = (Region) getChildren().getLast();
        var left = snapPositionX(getWidth() - table.prefWidth(-1));
        var both = left - GAP >= LEAST;
        chart.setVisible(both);
        chart.resizeRelocate(0, 0, Math.max(0, left - GAP), getHeight());
        table.resizeRelocate(both ? left : 0, 0, both ? getWidth() - left : getWidth(), getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}

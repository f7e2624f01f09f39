package dev.gravitas.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// A title, and tools in what is left of the width; the bar grows in height where the tools need several lines.
public final class TitleBar extends Pane {

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var title = title();
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        var titleWidth = snapSizeX(title.prefWidth(-1));
        var titleHeight = snapSizeY(title.prefHeight(-1));
        title.resizeRelocate(snappedLeftInset(), snapPositionY(snappedTopInset() + (height - titleHeight) / 2),
                titleWidth, titleHeight);
        tools().resizeRelocate(snappedLeftInset() + titleWidth, snappedTopInset(), toolsWidth(getWidth()), height);
    }

    private Node title() {
        return getChildren().getFirst();
    }

    private Node tools() {
        return getChildren().getLast();
    }

    private double toolsWidth(double width) {
        return Math.max(0, width - snappedLeftInset() - snappedRightInset() - snapSizeX(title().prefWidth(-1)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset()
                + Math.max(title().prefHeight(-1), tools().prefHeight(width < 0 ? -1 : toolsWidth(width)));
    }
}

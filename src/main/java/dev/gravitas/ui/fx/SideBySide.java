package dev.gravitas.ui.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Two cards beside each other, the first the wider unless [#setShare] says otherwise; where either would get too little width, one below the other.
public final class SideBySide extends Pane {
    private static final double GAP = 12;
    private static final double FIRST = 0.6;

    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", FIRST);

    public SideBySide() {
        share.subscribe((_, _) -> requestLayout());
    }

    /// The part of the width that the first gets beside the second, from 0 to 1.
    public double getShare() {
        return share.get();
    }

    public void setShare(double part) {
        share.set(part);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Node first() {
        return getChildren().getFirst();
    }

    private Node second() {
        return getChildren().getLast();
    }

    private boolean beside(double width) {
        return firstWidth(width) >= first().minWidth(-1) && width - GAP - firstWidth(width) >= second().minWidth(-1);
    }

    private double firstWidth(double width) {
        return snapSizeX((width - GAP) * share.get());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (beside(width)) {
            double left = firstWidth(width);
            first().resizeRelocate(0, 0, left, getHeight());
            second().resizeRelocate(left + GAP, 0, width - left - GAP, getHeight());
        } else {
            double upper = snapSizeY((getHeight() - GAP) * upperShare(width));
            first().resizeRelocate(0, 0, width, upper);
            second().resizeRelocate(0, upper + GAP, width, getHeight() - upper - GAP);
        }
    }

    private double upperShare(double width) {
        double upper = first().prefHeight(width);
        return upper / (upper + second().prefHeight(width));
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first().minWidth(-1), second().minWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width, first().minHeight(firstOf(width)), second().minHeight(secondOf(width)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width, first().prefHeight(firstOf(width)), second().prefHeight(secondOf(width)));
    }

    private double firstOf(double width) {
        return width >= 0 && beside(width) ? firstWidth(width) : width;
    }

    private double secondOf(double width) {
        return width >= 0 && beside(width) ? width - GAP - firstWidth(width) : width;
    }

    private double height(double width, double upper, double lower) {
        return width < 0 || beside(width) ? Math.max(upper, lower) : upper + GAP + lower;
    }
}

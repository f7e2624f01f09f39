package dev.gravitas.ui.fx;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Cards of equal width in one row; where they would be cut, in as many rows as it takes.
public final class CardRow extends Pane {
    private static final double GAP = 12;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var cards = getManagedChildren();
        var columns = columns(getWidth());
        var width = columnWidth(getWidth(), columns);
        var y = 0.0;
        for (int first = 0; first < cards.size(); first += columns) {
            var height = rowHeight(cards, first, columns, width);
            for (int i = first; i < Math.min(cards.size(), first + columns); i++) {
                var left = snapPositionX((i - first) * (width + GAP));
                var right = snapPositionX((i - first) * (width + GAP) + width);
                cards.get(i).resizeRelocate(left, snapPositionY(y), right - left, height);
            }
            y += height + GAP;
        }
    }

    private int columns(double width) {
        var cards = getManagedChildren();
        return IntStream.rangeClosed(1, cards.size())
                .map(rows -> (cards.size() + rows - 1) / rows)
                .filter(columns -> cards.stream().allMatch(card -> card.minWidth(-1) <= columnWidth(width, columns)))
                .findFirst()
                .orElse(1);
    }

    private static double columnWidth(double width, int columns) {
        return (width - GAP * (columns - 1)) / columns;
    }

    private double rowHeight(List<Node> cards, int first, int columns, double width) {
        return snapSizeY(cards.stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(card -> card.prefHeight(width))
                .max()
                .orElse(0));
    }

    @Override
    protected double computeMinWidth(double height) {
        return getManagedChildren().stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream().mapToDouble(card -> card.prefWidth(-1) + GAP).sum() - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        var cards = getManagedChildren();
        var whole = width < 0 ? computePrefWidth(-1) : width;
        var columns = columns(whole);
        return IntStream.iterate(0, first -> first < cards.size(), first -> first + columns)
                .mapToDouble(first -> rowHeight(cards, first, columns, columnWidth(whole, columns)) + GAP)
                .sum() - GAP;
    }
}

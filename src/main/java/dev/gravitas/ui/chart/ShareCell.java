package dev.gravitas.ui.chart;

import org.jspecify.annotations.Nullable;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A horizontal bar in a table row, so that a ranking reads as a chart.
public final class ShareCell<R> extends TableCell<R, Share> {
    private final Track track = new Track();

    private static final class Track extends Pane {
        private static final double THICKNESS = 8;
        private static final double CUT = 5;
        private static final double CUT_FROM_END = 14;

        private final Region bar = new Region();
        private final Region cut = new Region();
        private double fraction;

        private Track() {
            cut.getStyleClass().add("bar-cut");
            getChildren().addAll(bar, cut);
            setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void layoutChildren() {
            double top = snapPositionY((getHeight() - THICKNESS) / 2);
            bar.resizeRelocate(0, top, Math.max(1, getWidth() * Math.min(1, fraction)), THICKNESS);
            cut.setVisible(fraction > 1);
            cut.resizeRelocate(snapPositionX(getWidth() - CUT_FROM_END), top, CUT, THICKNESS);
        }
    }

    public ShareCell() {
        getStyleClass().add("share-cell");
        track.prefWidthProperty().bind(widthProperty().subtract(12));
    }

    @Override
    protected void updateItem(@Nullable Share share, boolean empty) {
        super.updateItem(share, empty);
        var fraction = empty || share == null ? null : share.fraction();
        setText(empty || share == null || fraction != null ? null : share.reason());
        setGraphic(fraction == null ? null : track);
        if (fraction != null && share != null) {
            track.fraction = fraction;
            track.bar.getStyleClass().setAll("share-bar", share.look().colourClass(), share.look().patternClass());
            track.requestLayout();
        }
    }
}

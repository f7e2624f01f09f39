package dev.gravitas.ui.chart;

import org.jspecify.annotations.Nullable;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A horizontal bar in a table row, so that a ranking reads as a chart.
public final class ShareCell<R> extends TableCell<R, Share> {
    private final Track track = new Track();

    private static final class Track extends Pane {
        private final Region bar = new Region();
        private double fraction;

        private Track() {
            getChildren().add(bar);
            setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void layoutChildren() {
            bar.resizeRelocate(0, snapPositionY((getHeight() - 8) / 2), Math.max(1, getWidth() * fraction), 8);
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

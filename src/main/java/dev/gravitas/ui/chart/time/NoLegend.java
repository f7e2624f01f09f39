package dev.gravitas.ui.chart.time;

import io.fair_acc.chartfx.legend.Legend;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.ui.geometry.Side;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;

/// In place of chart-fx's legend, which paints a picture of each line's symbol even where it is not seen.
final class NoLegend implements Legend {
    private final Node nothing = new Group();

    @Override
    public Node getNode() {
        return nothing;
    }

    @Override
    public Side getSide() {
        return Side.TOP;
    }

    @Override
    public void setSide(Side side) {
        // It has none.
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public void setVertical(boolean vertical) {
        // It is neither.
    }

    @Override
    public void updateLegend(List<Renderer> renderers, boolean anew) {
        // Nothing to show.
    }

    @Override
    public void drawLegend() {
        // Nothing to draw.
    }
}

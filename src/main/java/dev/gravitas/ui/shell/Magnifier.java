package dev.gravitas.ui.shell;

import dev.gravitas.ui.preferences.LivePreferences;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content as large as the operator wants: laid out in the room that is left at that size, so that it flows and is
/// not cut, and drawn at that size, so that texts stay sharp. Where the content would get less room than the smallest window
/// has, it is shown only as large as it fits.
final class Magnifier extends Region {
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 500;
    private static final double HUNDRED = 100;

    private final Node content;
    private final LivePreferences preferences;
    private final Scale scale = new Scale();

    Magnifier(Node content, LivePreferences preferences) {
        this.content = content;
        this.preferences = preferences;
        content.getTransforms().add(scale);
        getChildren().add(content);
        preferences.scale().subscribe(_ -> fit());
        widthProperty().subscribe((_, _) -> fit());
        heightProperty().subscribe((_, _) -> fit());
    }

    private void fit() {
        var wanted = preferences.scale().get().factor();
        var room = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
        var factor = Math.min(wanted, Math.max(room, Math.min(wanted, 1)));
        scale.setX(factor);
        scale.setY(factor);
        preferences.shownPercent().set((int) (factor * HUNDRED));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}

package dev.gravitas.ui.fx;

import javafx.scene.control.Tooltip;

/// A text as a tooltip for where it may stand shortened: on several lines, so that none leaves the screen.
public final class WholeText {
    private static final double WIDEST = 480;

    private WholeText() {
    }

    public static Tooltip of(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        return tooltip;
    }
}

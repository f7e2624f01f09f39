package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// A text as a tooltip for where it may stand shortened: on several lines, so that none leaves the screen. FX thread only.
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

    /// Lets the control tell a text, or nothing. One that has a tooltip keeps it: making one costs a window of its own, which shows
    /// where a view changes each second.
    public static void tell(Control control, @Nullable String text) {
        var kept = control.getTooltip();
        if (text == null || kept == null) {
            control.setTooltip(text == null ? null : of(text));
        } else if (!text.equals(kept.getText())) {
            kept.setText(text);
        }
    }
}

package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;

/// A quiet mark beside a figure: pressed, it asks for more about it, as the context menu's key does. FX thread only.
public final class AskMark extends Button {
    private @Nullable Node about;

    public AskMark() {
        getStyleClass().add("ask-mark");
        setGraphic(new FontIcon("mdal-help_outline"));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> ask());
    }

    /// What is asked, read aloud and as a tooltip.
    public void setAsk(@Nullable String words) {
        setAccessibleText(words);
        setTooltip(words == null ? null : new Tooltip(words));
    }

    public @Nullable String getAsk() {
        return getAccessibleText();
    }

    /// Asks about a node instead of what the mark lies in.
    public void about(Node node) {
        about = node;
    }

    private void ask() {
        var target = about == null ? this : about;
        var middle = localToScene(new Point2D(getWidth() / 2, getHeight() / 2));
        var screen = localToScreen(getWidth() / 2, getHeight() / 2);
        var onScreen = screen == null ? middle : screen;
        target.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, middle.getX(), middle.getY(),
                onScreen.getX(), onScreen.getY(), true, null));
    }
}

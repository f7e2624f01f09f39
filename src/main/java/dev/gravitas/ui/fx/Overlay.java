package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Shows one thing in front of everything else in the window, with the rest dimmed. The focus stays in it until it is
/// closed, by Escape or a click beside it, and then goes back to where it was. FX thread only.
public final class Overlay extends StackPane {
    private @Nullable Node focusedBefore;
    private Subscription watch = Subscription.EMPTY;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setManaged(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /// Shows something instead of whatever was open.
    public void open(Parent shown) {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        watch.unsubscribe();
        getChildren().setAll(shown);
        StackPane.setAlignment(shown, Pos.TOP_CENTER);
        setManaged(true);
        setVisible(true);
        focusInside();
        watch = getScene().focusOwnerProperty().subscribe((_, now) -> {
            if (now != null && !holds(now)) {
                focusInside();
            }
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void close() {
        watch.unsubscribe();
        setVisible(false);
        setManaged(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
        focusedBefore = null;
    }

    private void focusInside() {
        getChildren().stream().map(Overlay::firstFocusable).findFirst().ifPresent(first -> {
            if (first != null) {
                first.requestFocus();
            }
        });
    }

    private static @Nullable Node firstFocusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = firstFocusable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean holds(Node node) {
        for (@Nullable
        Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}

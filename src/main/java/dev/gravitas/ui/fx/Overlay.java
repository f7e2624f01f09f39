package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Shows one thing in front of everything else in the window, with the rest dimmed. The focus stays in it until it is
/// closed, by Escape or a click beside it, and then goes back to where it was. What belongs to a node stands beside that, and nothing
/// is dimmed. FX thread only.
public final class Overlay extends StackPane {
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final double GAP = 8;

    private @Nullable Node focusedBefore;
    private @Nullable Node anchor;
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

    /// Shows something instead of whatever was open, beside a node.
    public void openBeside(Parent shown, Node node) {
        open(shown);
        anchor = node;
        pseudoClassStateChanged(BESIDE, true);
    }

    /// Shows something instead of whatever was open.
    public void open(Parent shown) {
        anchor = null;
        pseudoClassStateChanged(BESIDE, false);
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

    @Override
    protected void layoutChildren() {
        if (anchor == null) {
            super.layoutChildren();
        } else {
            var node = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
            getManagedChildren().forEach(shown -> layBeside(shown, node));
        }
    }

    /// Below the node, or above it where there is more room.
    private void layBeside(Node shown, Bounds node) {
        double width = snapSizeX(Math.min(shown.prefWidth(-1), getWidth() - 2 * GAP));
        double below = getHeight() - node.getMaxY() - 2 * GAP;
        double wanted = shown.prefHeight(width);
        double height = snapSizeY(Math.min(wanted, getHeight() - 2 * GAP));
        double top = wanted <= below || below >= node.getMinY()
                ? node.getMaxY() + GAP
                : node.getMinY() - GAP - height;
        shown.resizeRelocate(snapPositionX(inside(node.getMinX(), width, getWidth())),
                snapPositionY(inside(top, height, getHeight())), width, height);
    }

    private static double inside(double start, double size, double room) {
        return Math.max(GAP, Math.min(start, room - GAP - size));
    }

    private void focusInside() {
        getChildren().stream().map(Overlay::firstFocusable).findFirst().ifPresent(first -> {
            if (first != null) {
                first.requestFocus();
            }
        });
    }

    private static @Nullable Node firstFocusable(Node node) {
        if (!node.isVisible()) {
            return null;
        }
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

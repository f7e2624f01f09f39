package dev.gravitas.ui.snapshot;

import dev.gravitas.ui.shell.ConsoleContent;
import dev.gravitas.ui.shell.ConsoleWindow;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// A small window that carries content of any size: a window of that size would be cut to the screen, and the headless
/// screen is small. FX thread only.
final class Studio {
    /// chart-fx needs one pulse to find its size and one to draw; the rest is for scroll bars that come and go.
    private static final int CALM_PULSES = 6;

    private final Stage stage = new Stage();
    private final ConsoleContent content;
    private final Subscription theme;
    private final CompletableFuture<Picture> drawn;
    private int calm;

    private Studio(ConsoleContent content, ConsoleWindow.Look look, CompletableFuture<Picture> drawn) {
        this.content = content;
        this.drawn = drawn;
        var root = content.root();
        root.setManaged(false);
        root.resize(look.width(), look.height());
        var scene = new Scene(new Pane(root), 320, 240);
        theme = content.dress(scene);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(this::pulse);
    }

    /// Reads the figures and, once they are laid out, takes the picture.
    static Studio open(ConsoleContent content, ConsoleWindow.Look look, CompletableFuture<Picture> drawn) {
        var studio = new Studio(content, look, drawn);
        studio.stage.show();
        content.refresh();
        return studio;
    }

    void close() {
        theme.unsubscribe();
        stage.close();
    }

    /// The size that was asked for, whatever reaches out of it.
    private SnapshotParameters whole() {
        var root = content.root();
        var parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, root.getLayoutBounds().getWidth(),
                root.getLayoutBounds().getHeight()));
        return parameters;
    }

    private void pulse() {
        calm = content.settled() ? calm + 1 : 0;
        if (calm == CALM_PULSES) {
            content.root().snapshot(result -> {
                drawn.complete(new Picture(result.getImage(), content.failure()));
                return null;
            }, whole(), null);
        }
        if (!drawn.isDone()) {
            Platform.requestNextPulse();
        }
    }
}

package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.FxBridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.text.Text;

/// The JavaFX toolkit of this process: started once, ended once. Thread-safe.
///
/// There is no `Application` class: the composition root stays the one who starts and ends things.
public final class Toolkit {
    /// In words for the one who runs it.
    private static final String NO_FONTS = "the system has no libfreetype, no fontconfig or no font: install them";

    private final FxBridge bridge = FxBridge.toToolkit();

    /// Starts the toolkit and builds something on the FX thread.
    ///
    /// @return completes with what was built, or with its failure: an [UnsupportedOperationException] where no text can be drawn
    /// @throws UnsupportedOperationException where there is no usable display; the process can go on headless
    public <T> CompletionStage<T> start(Supplier<T> build) {
        var built = new CompletableFuture<T>();
        Runnable attempt = () -> {
            try {
                requireFonts();
                built.complete(build.get());
            } catch (RuntimeException | LinkageError e) {
                built.completeExceptionally(e);
            }
        };
        try {
            Platform.startup(attempt);
        } catch (IllegalStateException alreadyRunning) {
            bridge.run(attempt);
        }
        Platform.setImplicitExit(false);
        return built;
    }

    /// Otherwise the first text fails, wherever that is, with words about native libraries.
    private static void requireFonts() {
        try {
            new Text("x").getLayoutBounds();
        } catch (RuntimeException | LinkageError e) {
            throw new UnsupportedOperationException(NO_FONTS, e);
        }
    }

    /// Runs something on the FX thread, later.
    public void run(Runnable action) {
        bridge.run(action);
    }

    /// Ends the toolkit for good: it cannot be started again in this process.
    public void stop() {
        Platform.exit();
    }
}

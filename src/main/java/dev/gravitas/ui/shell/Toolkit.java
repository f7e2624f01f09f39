package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.FxBridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.application.Platform;

/// The JavaFX toolkit of this process: started once, ended once. Thread-safe.
///
/// There is no `Application` class: the composition root stays the one who starts and ends things.
public final class Toolkit {
    private final FxBridge bridge = FxBridge.toToolkit();

    /// Starts the toolkit and builds something on the FX thread.
    ///
    /// @return completes with what was built, or with its failure
    /// @throws UnsupportedOperationException where there is no usable display; the process can go on headless
    public <T> CompletionStage<T> start(Supplier<T> build) {
        var built = new CompletableFuture<T>();
        Runnable attempt = () -> {
            try {
                built.complete(build.get());
            } catch (RuntimeException e) {
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

    /// Runs something on the FX thread, later.
    public void run(Runnable action) {
        bridge.run(action);
    }

    /// Ends the toolkit for good: it cannot be started again in this process.
    public void stop() {
        Platform.exit();
    }
}

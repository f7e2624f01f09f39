package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The hand-over from background threads to the FX thread. Everything else leaves `Platform.runLater` alone, so that a
/// flood of results can be held back in one place. Thread-safe.
public final class FxBridge {
    private final Executor toolkit;

    /// @param toolkit runs what it is given on the FX thread, in order
    public FxBridge(Executor toolkit) {
        this.toolkit = toolkit;
    }

    /// The bridge to the running toolkit.
    public static FxBridge toToolkit() {
        return new FxBridge(Platform::runLater);
    }

    /// Runs the action on the FX thread, later.
    public void run(Runnable action) {
        toolkit.execute(action);
    }

    /// A sink for any thread that shows only the newest value: values that come faster than the FX thread takes them are
    /// passed over.
    public <T> Consumer<T> newest(Consumer<T> sink) {
        var waiting = new AtomicReference<@Nullable T>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                toolkit.execute(() -> {
                    var newest = waiting.getAndSet(null);
                    if (newest != null) {
                        sink.accept(newest);
                    }
                });
            }
        };
    }
}

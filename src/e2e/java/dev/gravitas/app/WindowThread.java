package dev.gravitas.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The FX thread, for tests that ask it from another.
final class WindowThread {
    private static final long LIMIT_SECONDS = 60;

    private WindowThread() {
    }

    static <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}

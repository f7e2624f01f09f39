package dev.gravitas.app;

import dev.gravitas.config.SettingsException;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens a database on a thread of its own, so that one that has stopped answering holds nobody up. After the limit the
/// opening goes on and ends with the process.
record PromptOpening(ThreadFactory threads, Duration limit) {
    /// How a database is opened.
    @FunctionalInterface
    interface Opening {
        Database open() throws IOException, SettingsException, StoreException;
    }

    /// @throws StoreException when it has not answered within the limit, too
    Database open(Opening opening) throws IOException, SettingsException, StoreException {
        var task = new FutureTask<>(opening::open);
        threads.newThread(task).start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unavailable("The database has not answered for " + limit.toSeconds()
                    + " s. The console that records goes on trying.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("Told to stop before the database answered.");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static StoreException unavailable(String message) {
        return new StoreException(Kind.UNAVAILABLE, message);
    }

    private static StoreException failure(@Nullable Throwable cause) throws IOException, SettingsException {
        return switch (cause) {
            case StoreException known -> known;
            case IOException known -> throw known;
            case SettingsException known -> throw known;
            case RuntimeException surprise -> throw surprise;
            case Error surprise -> throw surprise;
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}

package dev.gravitas.app;

import dev.gravitas.cli.ExitCode;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsException;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// A console without a window, from start to signal.
final class HeadlessRun {
    private final DataFolder folder;
    private final Preparation preparation;
    private final Clock clock;
    private final Consumer<String> tell;

    HeadlessRun(DataFolder folder, Preparation preparation, Clock clock, Consumer<String> tell) {
        this.folder = folder;
        this.preparation = preparation;
        this.clock = clock;
        this.tell = tell;
    }

    /// Records until the process is told to stop. Refuses at once when another console records on the folder.
    int run() throws IOException, SettingsException, StoreException {
        var lock = FolderLock.tryTake(folder.recorderLock(), Holder.ofThisProcess(Holder.Kind.SERVE));
        if (lock.isEmpty()) {
            var holder = FolderLock.holder(folder.recorderLock()).map(Holder::toString).orElse("another console");
            tell.accept("Already recording on " + folder.root() + ": " + holder + ". Nothing was started.");
            return ExitCode.ALREADY_RUNNING;
        }
        try (var _ = lock.get();
                var console = new Console(folder, preparation.prepare(), ConsoleStatus.Role.RECORDER, clock)) {
            return serve(console);
        }
    }

    private int serve(Console console) throws StoreException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Threads.named("stop").newThread(() -> {
            stopped.countDown();
            console.close();
        }));
        var opened = new CompletableFuture<@Nullable StoreException>();
        console.start(opened::complete);
        try {
            tellHow(console, opened.get());
            stopped.await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNEXPECTED;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellHow(Console console, @Nullable StoreException failure) throws StoreException {
        var endpoint = console.endpointFault()
                .map(fault -> " No endpoint: " + fault)
                .or(() -> console.endpointUrl().map(url -> " Endpoint " + url + "."))
                .orElse("");
        if (failure == null) {
            tell.accept("Recording to " + console.database().status().connection() + "." + endpoint + " Ctrl-C stops.");
        } else if (failure.kind() == StoreException.Kind.UNAVAILABLE) {
            tell.accept(failure.getMessage() + " Trying again every few seconds." + endpoint + " Ctrl-C stops.");
        } else {
            throw failure;
        }
    }
}

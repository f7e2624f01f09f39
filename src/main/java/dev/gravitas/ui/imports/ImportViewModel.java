package dev.gravitas.ui.imports;

import dev.gravitas.model.Legible;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.ImportPort.Outcome;
import dev.gravitas.ui.imports.ImportPort.Progress;
import dev.gravitas.ui.imports.ImportState.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One import at a time, from the question to the result; further files wait in line. FX thread only.
public final class ImportViewModel {
    /// The widest spread that still lies within the sixty days which the console keeps.
    public static final int MOST_DAYS = 59;

    private static final Logger log = LoggerFactory.getLogger(ImportViewModel.class);

    private final ImportPort port;
    private final Executor work;
    private final FxBridge bridge;
    private final Formats formats;
    private final Strings strings;
    private final Runnable afterwards;
    private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>(new ImportState.Idle());
    private final Deque<Path> waiting = new ArrayDeque<>();
    private @Nullable AtomicBoolean cancelled;

    /// @param afterwards called when rows may have been stored
    public ImportViewModel(ImportPort port, Executor work, FxBridge bridge, Formats formats, Strings strings,
            Runnable afterwards) {
        this.port = port;
        this.work = work;
        this.bridge = bridge;
        this.formats = formats;
        this.strings = strings;
        this.afterwards = afterwards;
    }

    public ReadOnlyObjectProperty<ImportState> state() {
        return state.getReadOnlyProperty();
    }

    /// Asks about these files, one after the other.
    public void offer(List<Path> files) {
        waiting.addAll(files);
        if (state.get() instanceof ImportState.Idle || state.get() instanceof ImportState.Done) {
            nextFile();
        }
    }

    /// Starts the import that was asked about.
    public void start(int spreadDays) {
        if (!(state.get() instanceof ImportState.Asking(var file))) {
            return;
        }
        var stop = new AtomicBoolean();
        cancelled = stop;
        state.set(new ImportState.Running(file, -1, strings.text("import.starting")));
        var progress = bridge.<Progress>newest(now -> advance(file, stop, now));
        try {
            work.execute(() -> {
                var outcome = run(file, spreadDays, progress, stop);
                bridge.run(() -> finish(file, outcome));
            });
        } catch (RejectedExecutionException closing) {
            state.set(new ImportState.Idle());
        }
    }

    /// Stops a running import, turns a question down, or puts a result away.
    public void dismiss() {
        if (cancelled != null) {
            cancelled.set(true);
            if (state.get() instanceof ImportState.Running running) {
                state.set(
                        new ImportState.Running(running.file(), running.fraction(), strings.text("import.cancelling")));
            }
        } else {
            nextFile();
        }
    }

    private void nextFile() {
        var next = waiting.poll();
        state.set(next == null ? new ImportState.Idle() : new ImportState.Asking(next));
    }

    private Outcome run(Path file, int spreadDays, Consumer<Progress> progress, AtomicBoolean stop) {
        try {
            return port.importFile(file, spreadDays, progress, stop::get);
        } catch (RuntimeException e) {
            log.error("an import ended unexpectedly", e);
            return new Outcome.Failed(strings.text("import.failed.bug"));
        }
    }

    private void advance(Path file, AtomicBoolean stop, Progress now) {
        if (cancelled == stop && !stop.get()) {
            var fraction = now.bytesTotal() > 0 ? (double) now.bytesRead() / now.bytesTotal() : -1;
            state.set(new ImportState.Running(file, fraction,
                    strings.text("import.rows", formats.count(now.rowsRead()))));
        }
    }

    private void finish(Path file, Outcome outcome) {
        cancelled = null;
        state.set(result(Legible.text(String.valueOf(file.getFileName())), outcome));
        afterwards.run();
    }

    private ImportState.Done result(String name, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished done -> new ImportState.Done(done.rowsBad() == 0 ? Kind.OK : Kind.WARNING,
                    strings.text("import.done.title", name), finished(done), badRows(done));
            case Outcome.Cancelled(var stored) -> new ImportState.Done(Kind.WARNING,
                    strings.text("import.cancelled.title", name),
                    strings.text("import.cancelled.text", formats.count(stored)), List.of());
            case Outcome.Failed(var message) -> new ImportState.Done(Kind.DANGER,
                    strings.text("import.failed.title", name), Legible.text(message), List.of());
        };
    }

    private String finished(Outcome.Finished done) {
        return strings.text("import.done.text", formats.count(done.rowsStored()), formats.count(done.rowsKnown()),
                formats.count(done.rowsBad()));
    }

    private List<String> badRows(Outcome.Finished done) {
        return done.badRows()
                .stream()
                .map(bad -> bad.field().isEmpty()
                        ? strings.text("import.badrow", formats.count(bad.line()), "", bad.reason())
                        : strings.text("import.badrow.field", formats.count(bad.line()), bad.field(), bad.reason()))
                .toList();
    }
}

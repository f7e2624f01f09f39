package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.BundleFile;
import dev.gravitas.diagnostics.Diagnostics.Progress;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.help.BundleResult.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A bundle of diagnostics from its reading to the file. FX thread only.
public final class DiagnosticsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsViewModel.class);

    private final HelpPort port;
    private final LiveView.Tools tools;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<BundleState> state;
    private final ObservableList<BundleLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<BundleResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable AtomicBoolean cancelled;

    public DiagnosticsViewModel(HelpPort port, LiveView.Tools tools, Strings strings) {
        this.port = port;
        this.tools = tools;
        this.strings = strings;
        state = new ReadOnlyObjectWrapper<>(new BundleState.Missing(""));
    }

    ReadOnlyObjectProperty<BundleState> state() {
        return state.getReadOnlyProperty();
    }

    /// Empty unless they are shown.
    ObservableList<BundleLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Optional<BundleResult>> result() {
        return result.getReadOnlyProperty();
    }

    /// Reads all parts as they are now, unless that is under way.
    void read() {
        if (cancelled != null) {
            return;
        }
        var stop = new AtomicBoolean();
        cancelled = stop;
        lines.clear();
        state.set(new BundleState.Reading(new Progress(0, 1, ""), false));
        var progress = tools.bridge().<Progress>newest(now -> advance(stop, now));
        if (!execute(() -> collect(progress, stop))) {
            cancelled = null;
            state.set(new BundleState.Missing(strings.text("bundle.closing")));
        }
    }

    /// Reads no further.
    void cancel() {
        if (cancelled != null && state.get() instanceof BundleState.Reading(var progress, _)) {
            cancelled.set(true);
            state.set(new BundleState.Reading(progress, true));
        }
    }

    private void advance(AtomicBoolean stop, Progress now) {
        if (cancelled == stop && !stop.get()) {
            state.set(new BundleState.Reading(now, false));
        }
    }

    // On a background thread.
    private void collect(Consumer<Progress> progress, AtomicBoolean stop) {
        try {
            var entries = port.collect(progress, stop::get);
            tools.bridge()
                    .run(() -> entries.ifPresentOrElse(this::show, () -> missing(strings.text("bundle.stopped"))));
        } catch (IOException e) {
            tools.bridge().run(() -> missing(strings.text("bundle.unread", String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            LOG.error("the diagnostics could not be read", e);
            tools.bridge().run(() -> missing(strings.text("bundle.unread", e.toString())));
        }
    }

    private void show(List<BundleEntry> entries) {
        cancelled = null;
        lines.setAll(
                entries.stream().map(entry -> new BundleLine(entry, tools.formats().bytes(entry.size()))).toList());
        state.set(new BundleState.Shown());
    }

    private void missing(String why) {
        cancelled = null;
        state.set(new BundleState.Missing(why));
    }

    /// How the file is called unless the operator says otherwise.
    String fileName() {
        return BundleFile.name(tools.clock().instant());
    }

    /// Saves what is chosen where no file is yet; where there is one, asks first.
    void save(Path file) {
        save(file, false);
    }

    private void save(Path file, boolean replace) {
        var entries = lines.stream().filter(line -> line.chosen().get()).map(BundleLine::entry).toList();
        result.set(Optional.of(new BundleResult(Kind.RUNNING, strings.text("bundle.saving", file))));
        if (!execute(() -> {
            var outcome = write(file, entries, replace);
            tools.bridge().run(() -> result.set(Optional.of(outcome)));
        })) {
            result.set(Optional.of(new BundleResult(Kind.DANGER, strings.text("bundle.closing"))));
        }
    }

    // On a background thread.
    private BundleResult write(Path file, List<BundleEntry> entries, boolean replace) {
        try {
            var bundle = new BundleFile(file);
            if (replace) {
                bundle.replace(entries);
            } else {
                bundle.create(entries);
            }
            return new BundleResult(Kind.OK, strings.text("bundle.saved", file));
        } catch (FileAlreadyExistsException e) {
            return new BundleResult(Kind.WARNING, strings.text("bundle.exists", file),
                    Optional.of(() -> save(file, true)));
        } catch (IOException e) {
            LOG.warn("the diagnostics could not be saved", e);
            return new BundleResult(Kind.DANGER, strings.text("bundle.unsaved", String.valueOf(e.getMessage())));
        }
    }

    void dismiss() {
        result.set(Optional.empty());
    }

    private boolean execute(Runnable action) {
        try {
            tools.work().execute(action);
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }
}

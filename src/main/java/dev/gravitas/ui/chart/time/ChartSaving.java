package dev.gravitas.ui.chart.time;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Saves a chart in the background and says what became of it, until the next time. A file that is there is replaced only after a
/// yes. FX thread only; needs no toolkit.
final class ChartSaving {
    private final ChartTools tools;
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Makes the content of a file; on a background thread.
    interface Content {
        byte[] bytes() throws IOException;
    }

    /// @param question what a yes would do, empty where nothing is asked
    record Said(String text, Optional<Runnable> question) {}

    ChartSaving(ChartTools tools) {
        this.tools = tools;
    }

    /// What became of the last one.
    ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    void save(ChartFiles.Target target, Content content) {
        say("chart.save.running", target);
        try {
            tools.work().execute(() -> {
                var outcome = write(target, content);
                tools.bridge().run(() -> said.set(Optional.of(outcome)));
            });
        } catch (RejectedExecutionException closing) {
            say("chart.save.closing", target);
        }
    }

    private Said write(ChartFiles.Target target, Content content) {
        try {
            tools.files().write(target, content.bytes());
            return new Said(text("chart.save.done", target), Optional.empty());
        } catch (FileAlreadyExistsException e) {
            return new Said(text("chart.save.exists", target), Optional.of(() -> save(
                    new ChartFiles.Target(target.file(), true), content)));
        } catch (IOException e) {
            return new Said(tools.strings().text("chart.save.failed", String.valueOf(e.getMessage())),
                    Optional.empty());
        }
    }

    /// Makes a text in the background and hands it over on the FX thread, for the clipboard.
    void copy(Supplier<String> text, Consumer<String> clipboard) {
        said.set(Optional.of(new Said(tools.strings().text("chart.copy.running"), Optional.empty())));
        try {
            tools.work().execute(() -> {
                var made = text.get();
                tools.bridge().run(() -> {
                    clipboard.accept(made);
                    copied();
                });
            });
        } catch (RejectedExecutionException closing) {
            dismiss();
        }
    }

    /// Something was put on the clipboard.
    void copied() {
        said.set(Optional.of(new Said(tools.strings().text("chart.copied"), Optional.empty())));
    }

    void dismiss() {
        said.set(Optional.empty());
    }

    private void say(String key, ChartFiles.Target target) {
        said.set(Optional.of(new Said(text(key, target), Optional.empty())));
    }

    private String text(String key, ChartFiles.Target target) {
        return tools.strings().text(key, target.file());
    }
}

package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.NativeFileQuestion;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// The main window. FX thread only, except [#open] and [#close] of [Toolkit].
public final class ConsoleWindow {
    /// How often the open view and the state are read anew.
    static final long BEAT_SECONDS = 2;

    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 640;

    private final WindowPorts ports;
    private final FxBridge bridge = FxBridge.toToolkit();
    private final WindowParts parts;
    private final Stage stage = new Stage();
    private final Themes themes;
    private @Nullable ScheduledFuture<?> beat;

    /// How a window starts.
    ///
    /// @param window of time that is chosen first
    public record Look(Page page, ThemeChoice theme, WindowChoice window, double width, double height) {
        /// What an operator sees first.
        public static final Look FIRST = new Look(Page.EFFICIENCY, ThemeChoice.SYSTEM, WindowChoice.Rolling.DAY, 1440,
                900);
    }

    public ConsoleWindow(WindowPorts ports, Look look) {
        this(ports, look, new NativeFileQuestion(new Strings(Locale.getDefault())));
    }

    /// @param question how to ask for a file
    public ConsoleWindow(WindowPorts ports, Look look, FileQuestion question) {
        this.ports = ports;
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        var strings = new Strings(Locale.getDefault());
        var theme = new SimpleObjectProperty<>(look.theme());
        parts = new WindowParts(ports, bridge, strings, new Formats(locale), question, look.window(), theme);
        parts.shell().page().set(look.page());
        var scene = new Scene(parts.load(), look.width(), look.height());
        themes = new Themes(scene, theme);
        keys(scene);
        stage.setTitle(strings.text("window.title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed());
    }

    /// Shows the window and starts to keep it fresh.
    public void show() {
        stage.show();
        beat = ports.timer()
                .scheduleAtFixedRate(() -> bridge.run(parts.shell()::refresh), 0, BEAT_SECONDS,
                        TimeUnit.SECONDS);
    }

    /// Brings the window in front of the others.
    public void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Closes the window as if the operator had done it.
    public void close() {
        stage.close();
    }

    public Stage stage() {
        return stage;
    }

    /// Whether the open view and the state at the foot have figures, or words instead of them.
    public boolean settled() {
        return parts.shell().settled();
    }

    private void closed() {
        if (beat != null) {
            beat.cancel(false);
        }
        themes.release();
        ports.onClosed().run();
    }

    private void keys(Scene scene) {
        var pages = Page.values();
        for (int i = 0; i < pages.length; i++) {
            var page = pages[i];
            scene.getAccelerators()
                    .put(control(KeyCode.getKeyCode(String.valueOf(i + 1))),
                            () -> parts.shell().page().set(page));
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), parts.shell()::refresh);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), parts.imports()::dismiss);
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}

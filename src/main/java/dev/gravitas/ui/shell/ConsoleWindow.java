package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.NativeFileQuestion;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The main window. FX thread only; see [Toolkit] for the way onto it.
public final class ConsoleWindow {
    /// How often the open view and the state are read anew.
    private static final long BEAT_SECONDS = 2;
    /// How often what is read now is shown.
    private static final long LIVE_SECONDS = 1;

    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 640;

    private final WindowPorts ports;
    private final FxBridge bridge = FxBridge.toToolkit();
    private final ConsoleContent content;
    private final Stage stage = new Stage();
    private final Subscription theme;
    private @Nullable ScheduledFuture<?> beat;
    private @Nullable ScheduledFuture<?> liveBeat;

    /// How a window opens.
    ///
    /// @param window of time that is chosen first
    public record Look(Page page, ThemeChoice theme, WindowChoice window, double width, double height) {
        /// What an operator sees first.
        public static final Look FIRST = new Look(Page.EFFICIENCY, ThemeChoice.SYSTEM, WindowChoice.Rolling.DAY, 1440,
                900);
    }

    public ConsoleWindow(WindowPorts ports, Look look) {
        this(ports, look, new Strings(Locale.getDefault()));
    }

    private ConsoleWindow(WindowPorts ports, Look look, Strings strings) {
        this(ports, look, strings, new NativeFileQuestion(strings));
    }

    /// @param question how to ask for a file
    public ConsoleWindow(WindowPorts ports, Look look, Strings strings,
            FileQuestion question) {
        this.ports = ports;
        content = new ConsoleContent(ports, look, strings, question);
        var scene = new Scene(content.root(), look.width(), look.height());
        theme = content.dress(scene);
        stage.setTitle(strings.text(ports.status().get().demo() ? "window.title.demo" : "window.title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed());
    }

    /// Shows the window and starts to keep it fresh.
    public void show() {
        stage.show();
        beat = ports.timer()
                .scheduleAtFixedRate(() -> bridge.run(content::refresh), 0, BEAT_SECONDS,
                        TimeUnit.SECONDS);
        liveBeat = ports.timer()
                .scheduleAtFixedRate(() -> bridge.run(content::refreshLive), LIVE_SECONDS, LIVE_SECONDS,
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

    private void closed() {
        if (beat != null) {
            beat.cancel(false);
        }
        if (liveBeat != null) {
            liveBeat.cancel(false);
        }
        theme.unsubscribe();
        ports.onClosed().run();
    }
}

package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.Preferences;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.WindowMemory;
import dev.gravitas.ui.preferences.WindowPlace;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Screen;
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
        private static final Look FIRST = new Look(Page.OVERVIEW, ThemeChoice.SYSTEM, WindowChoice.Rolling.DAY, 1440,
                900);

        /// As the operator left the window, or what an operator sees first.
        public static Look of(Preferences preferences) {
            var window = preferences.window();
            var place = window.place();
            var page = Arrays.stream(Page.values()).filter(known -> known.name().equals(window.page())).findFirst();
            return new Look(page.orElse(FIRST.page), preferences.theme(), window.time(),
                    place == null ? FIRST.width : place.width(), place == null ? FIRST.height : place.height());
        }
    }

    public ConsoleWindow(WindowPorts ports, Look look) {
        this(ports, look, new Strings(Locale.getDefault()));
    }

    private ConsoleWindow(WindowPorts ports, Look look, Strings strings) {
        this(ports, look, strings, Dialogs.ofSystem(strings));
    }

    public ConsoleWindow(WindowPorts ports, Look look, Strings strings, Dialogs dialogs) {
        this.ports = ports;
        content = new ConsoleContent(ports, look, strings, dialogs);
        var scene = new Scene(content.root(), look.width(), look.height());
        theme = content.dress(scene);
        stage.setTitle(strings.text(ports.status().get().demo() ? "window.title.demo" : "window.title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed());
        stage.setOnHiding(_ -> remember());
        restore(ports.preferences().load().window());
    }

    /// Shows the window and starts to keep it fresh.
    public void show() {
        stage.show();
        beat = ports.timer()
                .scheduleAtFixedRate(() -> bridge.run(content::beat), 0, BEAT_SECONDS,
                        TimeUnit.SECONDS);
        liveBeat = ports.timer()
                .scheduleAtFixedRate(() -> bridge.run(this::second), LIVE_SECONDS, LIVE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void second() {
        content.refreshLive();
        if (stage.isShowing()) {
            remember();
        }
    }

    private void restore(WindowMemory memory) {
        if (memory.place() != null) {
            var place = memory.place().on(screens());
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        }
        stage.setMaximized(memory.maximised());
    }

    private static List<WindowPlace> screens() {
        var primary = Screen.getPrimary();
        return Stream.concat(Stream.of(primary), Screen.getScreens().stream().filter(screen -> !screen.equals(primary)))
                .map(Screen::getVisualBounds)
                .map(bounds -> new WindowPlace(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(),
                        bounds.getHeight()))
                .toList();
    }

    // Looked at now and then, not heard: while a window is being maximised its size changes before it says so.
    private void remember() {
        if (!stage.isIconified()) {
            content.remember(stage.isMaximized() || stage.isFullScreen() ? null : place(), stage.isMaximized());
        }
    }

    private @Nullable WindowPlace place() {
        var x = stage.getX();
        var y = stage.getY();
        return Double.isNaN(x + y) ? null : new WindowPlace(x, y, stage.getWidth(), stage.getHeight());
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

    /// Whether the open view has been read, and could be.
    boolean hasFigures() {
        return content.settled() && content.failure().isEmpty();
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

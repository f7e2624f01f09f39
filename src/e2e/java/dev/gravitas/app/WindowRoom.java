package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.store.embedded.PreparedDatabase;
import dev.gravitas.testing.SampleHelp;
import dev.gravitas.ui.chart.time.NativeChartFiles;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Dialogs;
import dev.gravitas.ui.shell.Toolkit;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// The whole console with its window on a data folder of its own, in this process and put together as ever, and a robot with mouse and
/// keyboard in front of it. Only the dialogs of the operating system are answered by the test.
final class WindowRoom implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path MEASUREMENTS = Path.of("src/test/resources/dev/gravitas/llmperf-requests.csv")
            .toAbsolutePath();

    private final DataFolder folder;
    private final Toolkit toolkit = new Toolkit();
    private final FxRobot robot = new FxRobot();
    private final Console console;
    private final PreferencesFile preferences;
    private final ConsoleWindow window;

    private WindowRoom(DataFolder folder) throws Exception {
        this.folder = folder;
        OwnerOnlyFolder.make(folder.root());
        var settings = new SettingsLoader(folder, Map.of("GRAVITAS_ENDPOINT_PORT", "0")).load();
        var clock = Clock.systemUTC();
        console = new Console(folder, settings, ConsoleStatus.Role.RECORDER, clock);
        console.start(_ -> {});
        preferences = WindowRun.preferences(folder, console);
        var ports = WindowRun.ports(folder, console, settings, Map.of(), clock, preferences, new SampleHelp(),
                () -> {});
        var strings = new Strings(Locale.ENGLISH);
        window = toolkit.start(() -> {
            var opened = new ConsoleWindow(ports, ConsoleWindow.Look.of(preferences.load()), strings,
                    new Dialogs(_ -> Optional.of(MEASUREMENTS), new SavedBeside(strings, folder.root())));
            opened.show();
            return opened;
        }).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        robot.targetWindow(window.stage());
    }

    /// On a folder that is not there yet.
    static WindowRoom first(Path root) throws Exception {
        return new WindowRoom(new DataFolder(root));
    }

    /// On a folder that has a database with nothing in it.
    static WindowRoom prepared(Path root) throws Exception {
        PreparedDatabase.install(root.resolve("postgres"));
        return new WindowRoom(new DataFolder(root));
    }

    /// On a folder that a window has had before.
    static WindowRoom again(Path root) throws Exception {
        return new WindowRoom(new DataFolder(root));
    }

    /// Every file is saved to the data folder.
    private static final class SavedBeside extends NativeChartFiles {
        private final Path folder;

        SavedBeside(Strings strings, Path folder) {
            super(strings);
            this.folder = folder;
        }

        @Override
        public Optional<Target> ask(Window owner, String name) {
            return Optional.of(new Target(folder.resolve(name), false));
        }
    }

    /// Brings in the measurements that the tests have, as an operator does.
    WindowRoom imported() {
        untilSaid("First numbers");
        press(KeyCode.SHORTCUT, KeyCode.O);
        untilSaid("Its rows are laid evenly");
        press(KeyCode.ENTER);
        untilSaid("rows stored");
        return this;
    }

    Path saved(String name) {
        return folder.root().resolve(name);
    }

    void click(String selector) {
        robot.clickOn(at(shown(selector)));
    }

    // Where it has come to rest: what has just appeared is not laid out yet.
    private static Bounds at(Node node) {
        var last = new AtomicReference<Bounds>();
        return until(() -> {
            var now = node.localToScreen(node.getLayoutBounds());
            if (!now.equals(last.getAndSet(now))) {
                throw new IllegalStateException("It moves.");
            }
            return now;
        });
    }

    /// Asks a node that can be seen, on the FX thread.
    <N extends Node, T> T of(String selector, Class<N> type, Function<N, T> question) {
        var node = type.cast(shown(selector));
        return ask(() -> question.apply(node));
    }

    void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
    }

    void write(String text) {
        robot.write(text);
    }

    /// Drags from one place of a node to another, each from 0 to 1 of its width, at half its height.
    void drag(String selector, double from, double to) {
        var bounds = at(shown(selector));
        double y = bounds.getCenterY();
        robot.drag(bounds.getMinX() + from * bounds.getWidth(), y)
                .moveTo(bounds.getMinX() + (from + to) / 2 * bounds.getWidth(), y)
                .dropTo(bounds.getMinX() + to * bounds.getWidth(), y);
    }

    /// Scrolls until a node of a page can be clicked.
    void focus(String selector) {
        var node = shown(selector);
        robot.interact(node::requestFocus);
    }

    Node shown(String selector) {
        return until(() -> window.stage()
                .getScene()
                .getRoot()
                .lookupAll(selector)
                .stream()
                .filter(WindowRoom::visible)
                .findFirst()
                .orElseThrow());
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !new BoundingBox(0, 0, 0, 0).equals(node.getLayoutBounds());
    }

    private static <T> T until(Callable<T> question) {
        return Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> Optional.of(ask(question)), Optional::isPresent)
                .orElseThrow();
    }

    /// Runs on the FX thread and gives back the answer.
    static <T> T ask(Callable<T> question) {
        return WindowThread.ask(question);
    }

    void untilSaid(String text) {
        Awaitility.await("says: " + text).atMost(LIMIT).until(() -> words().contains(text));
    }

    void untilNotSaid(String text) {
        Awaitility.await("no longer says: " + text).atMost(LIMIT).until(() -> !words().contains(text));
    }

    /// Every text that can be seen.
    String words() {
        return ask(() -> {
            var words = new StringBuilder();
            collect(window.stage().getScene().getRoot(), words);
            return words.toString();
        });
    }

    private static void collect(Node node, StringBuilder words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.append(labeled.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    /// Stops the database server in the middle of whatever it does. Linux only.
    void freezeDatabase() throws Exception {
        signal("STOP");
    }

    void thawDatabase() throws Exception {
        signal("CONT");
    }

    private void signal(String signal) throws Exception {
        var file = folder.root().resolve("postgres/data/postmaster.pid");
        var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip())).orElseThrow();
        var words = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(server.pid())));
        server.children().map(child -> String.valueOf(child.pid())).forEach(words::add);
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    @Override
    public void close() {
        ask(() -> {
            window.close();
            return true;
        });
        preferences.close();
        console.close();
    }
}

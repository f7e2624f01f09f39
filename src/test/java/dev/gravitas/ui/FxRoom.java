package dev.gravitas.ui;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.testing.KeptPreferences;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleHelp;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.ui.chart.time.NativeChartFiles;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.help.HelpPort;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.preferences.PreferencesPort;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.UiScale;
import dev.gravitas.ui.settings.SettingsPort;
import dev.gravitas.ui.shell.ConsoleContent;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Dialogs;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The real content of the window over made-up figures, without a display.
final class FxRoom implements AutoCloseable {
    static final ConsoleStatus RECORDING = new ConsoleStatus(ConsoleStatus.Role.RECORDER,
            new DatabaseStatus(DatabaseStatus.State.READY, "ready", "18.6",
                    "embedded, socket /home/ada/.local/share/gravitas/run"),
            new LoggerCounters(72_000, 72_000, 0, 0, Map.of(), Map.of()), "http://127.0.0.1:8417");
    private static final Toolkit TOOLKIT = new Toolkit();

    final SampleQueries queries;
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile ConsoleStatus status = RECORDING;
    private volatile SampleGpus gpus = new SampleGpus();
    private volatile WindowChoice window = WindowChoice.Rolling.SIXTY_DAYS;
    private volatile Strings strings = new Strings(Locale.ENGLISH);
    private volatile ImportPort importPort = (_, _, _, _) -> new ImportPort.Outcome.Cancelled(0);
    private volatile FileQuestion question = _ -> Optional.empty();
    private volatile SettingsPort settings = new SampleSettings();
    private volatile PreferencesPort preferences = new KeptPreferences();
    private volatile HelpPort help = new SampleHelp();
    private @Nullable ConsoleContent content;
    private @Nullable Stage stage;

    FxRoom(SampleQueries queries) {
        this.queries = queries;
    }

    /// An operator who thinks better of each.
    static Dialogs noDialogs() {
        return new Dialogs(_ -> Optional.empty(), new NativeChartFiles(new Strings(Locale.ENGLISH)) {
            @Override
            public Optional<Target> ask(Window owner, String name) {
                return Optional.empty();
            }
        });
    }

    FxRoom status(ConsoleStatus now) {
        status = now;
        return this;
    }

    FxRoom gpus(SampleGpus board) {
        gpus = board;
        return this;
    }

    FxRoom strings(Strings texts) {
        strings = texts;
        return this;
    }

    FxRoom window(WindowChoice choice) {
        window = choice;
        return this;
    }

    FxRoom imports(ImportPort port, FileQuestion file) {
        importPort = port;
        question = file;
        return this;
    }

    FxRoom settings(SettingsPort port) {
        settings = port;
        return this;
    }

    FxRoom help(HelpPort port) {
        help = port;
        return this;
    }

    FxRoom preferences(PreferencesPort port) {
        preferences = port;
        return this;
    }

    FxRoom scale(int percent) {
        preferences.store(preferences.load().with(new UiScale(percent)));
        return this;
    }

    FxRoom open(Page page, ThemeChoice theme, double width, double height) {
        return open(page, theme, width, height, Clock.fixed(SampleQueries.NOW, ZoneOffset.UTC));
    }

    /// Opens and waits until figures are there and laid out.
    FxRoom open(Page page, ThemeChoice theme, double width, double height, Clock clock) {
        var ports = ports(clock);
        join(TOOLKIT.start(() -> {
            var made = new ConsoleContent(ports,
                    new ConsoleWindow.Look(page, theme, window, width, height),
                    strings, new Dialogs(owner -> question.ask(owner), noDialogs().charts()));
            content = made;
            var root = made.root();
            root.setManaged(false);
            root.resize(width, height);
            var scene = new Scene(new Pane(root), 320, 240);
            made.dress(scene);
            var window = new Stage();
            window.setScene(scene);
            window.show();
            stage = window;
            made.refresh();
            return made;
        }).toCompletableFuture());
        return this;
    }

    WindowPorts ports(Clock clock) {
        return new WindowPorts(queries, queries, () -> status, gpus, () -> "here",
                (f, d, p, c) -> importPort.importFile(f, d, p, c),
                work,
                timer, clock, settings, preferences, help, (_, _, _) -> {}, () -> {});
    }

    FxRoom settle() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> on(() -> content().settled()));
        pulses(6);
        return this;
    }

    void refresh() {
        on(() -> {
            content().refresh();
            return true;
        });
    }

    /// The style sheets of these names, for a scene without the window around it.
    static List<String> sheets(String... names) {
        return Stream.of(names)
                .map(name -> Objects
                        .requireNonNull(FxRoom.class.getResource("/dev/gravitas/ui/css/" + name + ".css"), name)
                        .toExternalForm())
                .toList();
    }

    /// Lets the toolkit lay out and draw.
    void pulses(int count) {
        pulses(on(this::scene), count);
    }

    static void pulses(Scene scene, int count) {
        var done = new CountDownLatch(count);
        Runnable listener = () -> {
            done.countDown();
            Platform.requestNextPulse();
        };
        on(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        try {
            if (!done.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("no pulses");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            on(() -> {
                scene.removePostLayoutPulseListener(listener);
                return true;
            });
        }
    }

    ConsoleContent content() {
        return Objects.requireNonNull(content);
    }

    Parent root() {
        return content().root();
    }

    Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    <N extends Node> N find(String id, Class<N> type) {
        return on(() -> type.cast(Objects.requireNonNull(root().lookup("#" + id), id)));
    }

    /// Every text that can be seen.
    String words() {
        return on(() -> {
            var words = new StringBuilder();
            collect(root(), words);
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

    void until(Callable<Boolean> seen) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> on(seen));
    }

    void untilSaid(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> words().contains(text));
    }

    /// Runs on the FX thread and gives back the answer.
    static <T> T on(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        var answer = new CompletableFuture<T>();
        TOOLKIT.start(() -> {
            try {
                answer.complete(action.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
            return answer;
        });
        return join(answer);
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        queries.obstructedBy(null);
        on(() -> {
            if (stage != null) {
                stage.close();
            }
            return true;
        });
        work.shutdownNow();
        timer.shutdownNow();
    }
}

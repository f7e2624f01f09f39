package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ThemeChoice;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The content of the console's window at the size that an operator has it, on the toolkit's small screen for no display, driven
/// from a benchmark's thread as an operator drives it.
final class BenchWindow implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SCREEN = 1000;
    private static final long LIMIT_SECONDS = 60;
    private static final Strings STRINGS = new Strings(Locale.ENGLISH);
    /// What a view says of a database that does not answer, up to the number of seconds.
    private static final String OVERDUE = STRINGS.text("state.overdue", "#").split("#")[0];

    private final Toolkit toolkit;
    private final Stage stage;
    private final ConsoleContent content;
    private final Subscription theme;

    private BenchWindow(Toolkit toolkit, WindowPorts ports, Page page) {
        this.toolkit = toolkit;
        content = new ConsoleContent(ports, new ConsoleWindow.Look(page, ThemeChoice.DARK,
                WindowChoice.Rolling.SIXTY_DAYS, WIDTH, HEIGHT), STRINGS, Dialogs.ofSystem(STRINGS));
        var root = content.root();
        root.setManaged(false);
        root.resize(WIDTH, HEIGHT);
        var scene = new Scene(new Pane(root), SCREEN, SCREEN);
        theme = content.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    static BenchWindow open(Toolkit toolkit, WindowPorts ports, Page page) throws Exception {
        return toolkit.start(() -> {
            var window = new BenchWindow(toolkit, ports, page);
            window.content.refresh();
            return window;
        }).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /// Runs on the FX thread and gives back the answer.
    private static <T> T on(Callable<T> question) throws Exception {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /// What the window does each second.
    void second() {
        toolkit.run(content::refreshLive);
    }

    /// What it does each two.
    void beat() {
        toolkit.run(content::beat);
    }

    void go(Page page) throws Exception {
        var key = new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (page.ordinal() + 1)),
                KeyCombination.SHORTCUT_DOWN);
        on(() -> {
            Objects.requireNonNull(stage.getScene().getAccelerators().get(key), page.name()).run();
            return true;
        });
    }

    /// @param id of a button of the toolbar
    void choose(String id) throws Exception {
        on(() -> {
            ((ToggleButton) content.root().lookup("#" + id)).fire();
            return true;
        });
    }

    /// Waits until what is wanted is read, and then until it is laid out and drawn.
    void painted() throws Exception {
        var drawn = new CountDownLatch(2);
        Runnable pulse = () -> {
            if (content.settled()) {
                drawn.countDown();
            }
            Platform.requestNextPulse();
        };
        var scene = stage.getScene();
        on(() -> {
            scene.addPostLayoutPulseListener(pulse);
            Platform.requestNextPulse();
            return true;
        });
        if (!drawn.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nothing was drawn within " + LIMIT_SECONDS + " seconds.");
        }
        on(() -> {
            scene.removePostLayoutPulseListener(pulse);
            return true;
        });
    }

    /// Whether the open view says that its figures are not fresh, or that there are none.
    boolean complains() throws Exception {
        return on(() -> says(content.root(), OVERDUE));
    }

    private static boolean says(Node node, String words) {
        return node.isVisible()
                && (node instanceof Labeled label && label.getText() != null && label.getText().contains(words)
                        || node instanceof Parent parent
                                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, words)));
    }

    boolean settled() throws Exception {
        return on(content::settled);
    }

    /// Nodes of the window.
    int nodes() throws Exception {
        return on(() -> count(content.root()));
    }

    private static int count(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(BenchWindow::count).sum()
                : 1;
    }

    @Override
    public void close() throws Exception {
        on(() -> {
            theme.unsubscribe();
            stage.close();
            return true;
        });
    }
}

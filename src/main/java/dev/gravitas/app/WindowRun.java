package dev.gravitas.app;

import dev.gravitas.cli.Backstage;
import dev.gravitas.cli.ExitCode;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.config.SettingsException;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.ui.help.HelpPort;
import dev.gravitas.ui.preferences.PreferencesPort;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.StartTimes;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A console with its window, from launch to close. The second launch on a folder brings the first window to the front;
/// beside a headless console the window attaches as a viewer.
final class WindowRun {
    private static final Logger LOG = LoggerFactory.getLogger(WindowRun.class);
    private static final Duration FOCUS_LIMIT = Duration.ofSeconds(5);
    private static final Duration PREFERENCES_DELAY = Duration.ofMillis(500);

    private final DataFolder folder;
    private final Preparation preparation;
    private final Map<String, String> environment;
    private final Backstage backstage;
    private final Clock clock;
    private final Consumer<String> tell;
    private final FocusRequest focus;
    private final AtomicInteger code = new AtomicInteger(ExitCode.OK);

    /// @param environment of this process, which may hold settings
    /// @param backstage for what is asked of other processes on the folder
    WindowRun(DataFolder folder, Preparation preparation, Map<String, String> environment, Backstage backstage,
            Clock clock, Consumer<String> tell) {
        this.backstage = backstage;
        this.folder = folder;
        this.preparation = preparation;
        this.environment = environment;
        this.clock = clock;
        this.tell = tell;
        this.focus = new FocusRequest(folder.root());
    }

    int run() throws IOException, SettingsException {
        var mine = FolderLock.tryTake(folder.windowLock(), Holder.ofThisProcess(Holder.Kind.WINDOW));
        if (mine.isEmpty()) {
            return bringToFront();
        }
        try (var _ = mine.get()) {
            var recording = FolderLock.tryTake(folder.recorderLock(), Holder.ofThisProcess(Holder.Kind.WINDOW));
            if (recording.isEmpty()) {
                return show(ConsoleStatus.Role.VIEWER);
            }
            try (var _ = recording.get()) {
                return show(ConsoleStatus.Role.RECORDER);
            }
        }
    }

    private int bringToFront() throws IOException {
        if (focus.ask(FOCUS_LIMIT)) {
            tell.accept("The console is open already; its window is in front now.");
            return ExitCode.OK;
        }
        var holder = FolderLock.holder(folder.windowLock()).map(Holder::toString).orElse("another window");
        tell.accept("The console is open already (" + holder + ") but does not answer.");
        return ExitCode.ALREADY_RUNNING;
    }

    private int show(ConsoleStatus.Role role) throws IOException, SettingsException {
        var settings = preparation.prepare();
        OwnerOnlyFolder.make(folder.cache());
        System.setProperty("javafx.cachedir", folder.cache().toString());
        var done = new CountDownLatch(1);
        try (var console = new Console(folder, settings, role, clock)) {
            // For an end that no signal announces, the end of the session on Windows say.
            Runtime.getRuntime().addShutdownHook(Threads.named("stop").newThread(console::close));
            new StopSignals().handle(signalled -> {
                code.set(signalled);
                done.countDown();
            });
            console.start(failure -> {
                if (failure != null) {
                    LOG.warn("The window opens without its database: {}", failure.getMessage());
                }
            });
            showUntil(done, console, settings);
            return code.get();
        }
    }

    private void showUntil(CountDownLatch done, Console console, Settings settings) throws IOException {
        var toolkit = new Toolkit();
        try (var preferences = preferences(folder, console)) {
            var ports = ports(folder, console, settings, environment, clock, preferences, help(console),
                    done::countDown);
            var started = ProcessHandle.current().info().startInstant();
            var shown = toolkit.start(() -> {
                var window = new ConsoleWindow(ports, ConsoleWindow.Look.of(preferences.load()));
                started.ifPresent(at -> new StartTimes(at, clock).watch(window));
                window.show();
                return window;
            });
            shown.whenComplete((window, failure) -> {
                if (failure instanceof UnsupportedOperationException) {
                    tellHeadless(failure);
                } else if (failure != null) {
                    LOG.error("The window could not be built", failure);
                    tell.accept("The window could not be built; the log in " + folder.logs() + " says why.");
                    code.set(ExitCode.UNEXPECTED);
                    done.countDown();
                }
            });
            focus.answer(console.timer(), () -> shown.thenAccept(window -> toolkit.run(window::toFront)));
            await(done);
        } catch (UnsupportedOperationException e) {
            tellHeadless(e);
            await(done);
        }
        toolkit.stop();
    }

    private void tellHeadless(Throwable reason) {
        LOG.warn("No window", reason);
        tell.accept("The display cannot be used (" + reason.getMessage() + "), so no window: recording headless.");
    }

    static PreferencesFile preferences(DataFolder folder, Console console) {
        return new PreferencesFile(folder.preferences(), write -> console.timer()
                .schedule(() -> console.work().execute(write), PREFERENCES_DELAY.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// What a window of this console stands on.
    ///
    /// @param onClosed see [WindowPorts]
    static WindowPorts ports(DataFolder folder, Console console, Settings settings, Map<String, String> environment,
            Clock clock, PreferencesPort preferences, HelpPort help, Runnable onClosed) {
        return new WindowPorts(console.database().queries(), console.database().notes(), console::status,
                console.gpus(),
                new OwnHost(folder, settings),
                new WindowImport(console.database().imports(), clock), console.work(), console.timer(), clock,
                new LiveSettings(new SettingsEditor(folder, environment), console.thresholds(),
                        console.lockoutThreshold()),
                preferences, help, SystemNotifier.ofSystem(System.getProperty("os.name")), onClosed);
    }

    private WindowHelp help(Console console) {
        return new WindowHelp(folder, environment, console.database(), console.gpus(), backstage,
                () -> console.records() ? console.recorder() : backstage.recorder(folder));
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

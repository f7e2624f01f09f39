package dev.gravitas.app;

import dev.gravitas.cli.Backstage;
import dev.gravitas.cli.Backstage.SnapshotOrder;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsEditor;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.preferences.ClockChoice;
import dev.gravitas.ui.preferences.MotionChoice;
import dev.gravitas.ui.preferences.NoticeChoice;
import dev.gravitas.ui.preferences.Preferences;
import dev.gravitas.ui.preferences.PreferencesPort;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.UiScale;
import dev.gravitas.ui.preferences.WindowMemory;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import dev.gravitas.ui.snapshot.SnapshotRenderer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Draws views of the real window on a database that is open.
final class SnapshotRun {
    private static final int WORKERS = 4;
    private static final Duration GLANCE = Duration.ofSeconds(4);

    private final DataFolder folder;
    private final Settings settings;
    private final Map<String, String> environment;
    private final List<LockoutEpisode> lockouts;
    private final Backstage backstage;
    private final Clock clock;

    /// @param environment of this process, which may hold settings
    /// @param lockouts that last now
    /// @param backstage for what is asked of other processes on the folder
    SnapshotRun(DataFolder folder, Settings settings, Map<String, String> environment, List<LockoutEpisode> lockouts,
            Backstage backstage, Clock clock) {
        this.backstage = backstage;
        this.lockouts = lockouts;
        this.folder = folder;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    /// @param drawn is given each file that was written
    /// @throws StoreException after the last, when a picture shows an error instead of figures
    void run(Database database, ConsoleStatus status, List<SnapshotOrder> orders, Consumer<Path> drawn)
            throws IOException, StoreException {
        OwnerOnlyFolder.make(folder.cache());
        SnapshotRenderer.prepareHeadless(folder.cache());
        var toolkit = new Toolkit();
        try (var lifecycle = new Lifecycle(Threads.named("close"))) {
            var work = Threads.workers("work", WORKERS, lifecycle);
            var timer = Threads.timer("beat", lifecycle);
            var failures = new ArrayList<String>();
            for (var order : orders) {
                new SnapshotRenderer(ports(database, status, order, work, timer), toolkit)
                        .render(look(order), order.out())
                        .ifPresent(failure -> failures.add("The picture " + order.out()
                                + " shows an error instead of figures: " + failure.text()));
                drawn.accept(order.out());
            }
            throwIfAny(failures);
        } finally {
            toolkit.stop();
        }
    }

    private static void throwIfAny(List<String> failures) throws StoreException {
        if (!failures.isEmpty()) {
            var others = failures.size() == 1 ? "" : " So do " + (failures.size() - 1) + " more.";
            throw new StoreException(StoreException.Kind.UNAVAILABLE, failures.getFirst() + others);
        }
    }

    private WindowPorts ports(Database database, ConsoleStatus status, SnapshotOrder order, Executor work,
            ScheduledExecutorService timer) {
        var machine = Gpus.of(folder, settings.gpu(), clock);
        var gpus = gpus(order, machine);
        return new WindowPorts(database.queries(), database.notes(), () -> status, gpus, new OwnHost(folder, settings),
                new WindowImport(database.imports(), clock), work, timer, clock,
                new LiveSettings(new SettingsEditor(folder, environment), new AtomicReference<>(settings.thresholds()),
                        machine.threshold()),
                new Unkept(new Preferences(theme(order), new UiScale(order.scalePercent()), MotionChoice.SYSTEM,
                        ClockChoice.UTC, NoticeChoice.NONE, WindowMemory.NONE, List.of())),
                new WindowHelp(folder, environment, database, gpus, backstage, () -> backstage.recorder(folder)),
                (_, _, _) -> {}, () -> {});
    }

    /// Read for each picture that shows them: those of an earlier one would look out of date.
    private GpuBoard gpus(SnapshotOrder order, Gpus machine) {
        var shown = EnumSet.of(Page.OVERVIEW, Page.VRAM).contains(Page.valueOf(upper(order.view())));
        var status = shown
                ? new GpuGlance(Threads.named("gpu"), clock, GLANCE).look(machine.look())
                : new GpuStatus(null, GpuFault.STARTING, null, clock.instant(), List.of(), 0);
        return new GlancedGpus(status, machine.threshold(), lockouts);
    }

    private static ConsoleWindow.Look look(SnapshotOrder order) {
        return new ConsoleWindow.Look(Page.valueOf(upper(order.view())), theme(order),
                window(order.window()), order.width(), order.height());
    }

    private static ThemeChoice theme(SnapshotOrder order) {
        return ThemeChoice.valueOf(upper(order.theme()).replace('-', '_'));
    }

    /// Preferences of a picture: nobody changes them.
    private record Unkept(Preferences load) implements PreferencesPort {
        @Override
        public void store(Preferences preferences) {
        }
    }

    private static WindowChoice window(String text) {
        return switch (text) {
            case "1h" -> WindowChoice.Rolling.HOUR;
            case "24h" -> WindowChoice.Rolling.DAY;
            case "7d" -> WindowChoice.Rolling.WEEK;
            case "60d" -> WindowChoice.Rolling.SIXTY_DAYS;
            default -> {
                var ends = text.split("/", -1);
                yield new WindowChoice.Range(OffsetDateTime.parse(ends[0]).toInstant(),
                        OffsetDateTime.parse(ends[1]).toInstant());
            }
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}

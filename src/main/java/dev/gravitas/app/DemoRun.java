package dev.gravitas.app;

import dev.gravitas.cli.Backstage.InDemo;
import dev.gravitas.cli.ExitCode;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsException;
import dev.gravitas.demo.History;
import dev.gravitas.demo.Scenario;
import dev.gravitas.demo.ScriptClock;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A demo from start to end: a folder and a database of its own, sixty days of history, and whatever is done with them.
/// Nothing of it stays, however it ends; what a kill leaves goes with the next demo.
///
/// For the same seed and start the figures are the same to the last digit, in whatever batches the history was stored. The
/// start is the time at which it was called for, so the days and the last day's rows are others each time.
final class DemoRun {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);
    private static final Duration END_LIMIT = Duration.ofMinutes(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    /// History may take its time, a day of it at once.
    private static final LoggerLimits HISTORY = new LoggerLimits(20_000, 64L << 20, 2_000, Duration.ofSeconds(20),
            Duration.ofMinutes(2), CLOSE_LIMIT);

    private final Path parent;
    private final Clock clock;
    private final Opening opening;
    private final Runnable closeLog;
    private final int days;
    private volatile boolean told;

    /// Reads a folder's settings, after giving it a log.
    @FunctionalInterface
    interface Opening {
        Settings settings(DataFolder folder) throws IOException, SettingsException;
    }

    /// @param parent where the folder is made
    /// @param closeLog lets go of the log in the folder, or some systems would not delete it
    /// @param days of history before today
    DemoRun(Path parent, Clock clock, Opening opening, Runnable closeLog, int days) {
        this.parent = parent;
        this.clock = clock;
        this.opening = opening;
        this.closeLog = closeLog;
        this.days = days;
    }

    int run(long seed, Consumer<String> tell, InDemo inside) throws IOException, SettingsException, StoreException {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Threads.named("stop").newThread(() -> stop(ended)));
        try {
            DemoFolder.sweep(parent);
            tell.accept("Demo: preparing sixty days of a scenario in a scratch database, which takes some seconds.");
            try (var folder = DemoFolder.make(parent, new Scenario(seed, clock.instant()))) {
                return play(folder.folder(), inside);
            }
        } finally {
            ended.countDown();
        }
    }

    // The process must not end before the folder is gone.
    private void stop(CountDownLatch ended) {
        told = true;
        try {
            if (!ended.await(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A demo did not end when it was told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int play(DataFolder folder, InDemo inside) throws IOException, SettingsException, StoreException {
        var settings = opening.settings(folder);
        // Open until the end, so that its server is started once.
        try (var database = new DatabaseOpener(folder, settings, clock).openBriefly(_ -> {})) {
            fill(database, new DemoMark(folder).scenario().orElseThrow());
            return told ? ExitCode.INTERRUPTED : inside.on(folder);
        } finally {
            closeLog.run();
        }
    }

    private void fill(Database database, Scenario scenario) throws IOException {
        var past = new ScriptClock(scenario.start());
        try (var lifecycle = new Lifecycle(Threads.named("close"))) {
            var answers = Threads.perTask("answer", lifecycle);
            var logger = lifecycle.add("logger of the history", CLOSE_LIMIT, new TelemetryLogger(database.writer(),
                    database.queries(), past, Threads.named("writer"), answers, HISTORY));
            new History(scenario, days).write(logger, past, () -> told);
        }
    }
}

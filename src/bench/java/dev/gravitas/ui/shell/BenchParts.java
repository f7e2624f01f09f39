package dev.gravitas.ui.shell;

import dev.gravitas.bench.FilledDatabase;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.testing.KeptPreferences;
import dev.gravitas.testing.SampleHelp;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.ui.imports.ImportPort;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// What windows of a benchmark stand on: a filled database, eight GPUs that move, as many background threads as a console has.
record BenchParts(FilledDatabase database, Toolkit toolkit, ExecutorService work, ScheduledExecutorService timer)
        implements
            AutoCloseable {
    private static final int GPUS = 8;
    private static final int WORKERS = 11;

    static BenchParts over(FilledDatabase database) {
        return new BenchParts(database, new Toolkit(), Executors.newFixedThreadPool(WORKERS),
                Executors.newSingleThreadScheduledExecutor());
    }

    BenchWindow window(Page page, Clock clock) throws Exception {
        var status = new ConsoleStatus(ConsoleStatus.Role.RECORDER,
                new DatabaseStatus(DatabaseStatus.State.READY, "ready", "18.6", "embedded"),
                new LoggerCounters(72_000, 72_000, 0, 0, Map.of(), Map.of()), "http://127.0.0.1:8417");
        return BenchWindow.open(toolkit,
                new WindowPorts(database.queries(), (_, _) -> {}, () -> status, new MovingGpus(clock, GPUS),
                        () -> "bench", (_, _, _, _) -> new ImportPort.Outcome.Cancelled(0), work, timer, clock,
                        new SampleSettings(), new KeptPreferences(), new SampleHelp(), (_, _, _) -> {}, () -> {}),
                page);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        work.shutdownNow();
        toolkit.stop();
    }
}

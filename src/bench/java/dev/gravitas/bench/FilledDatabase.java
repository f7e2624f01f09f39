package dev.gravitas.bench;

import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.embedded.ScratchPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/// A scratch database with the rows of 60 busy days, as `gravitas bench` fills it, for benchmarks of what reads it. Nothing of it
/// stays.
public final class FilledDatabase implements AutoCloseable {
    private static final long SEED = 20_26;

    private final Path root;
    private final ScratchPostgres server;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService upkeep = Executors.newScheduledThreadPool(4);
    private final MeasuredDatabase database;

    private FilledDatabase(Path root, Consumer<String> tell) throws Exception {
        this.root = root;
        server = ScratchPostgres.open(root, root, _ -> {});
        database = MeasuredDatabase.open(server.login(),
                new Workbench(Thread.ofPlatform().daemon().factory(), answers, upkeep, Clock.systemUTC(), tell));
    }

    /// Takes about ten seconds a million rows.
    public static FilledDatabase open(long rows, Consumer<String> tell) throws Exception {
        var filled = new FilledDatabase(Files.createTempDirectory("gravitas-bench-"), tell);
        filled.fill(rows, tell);
        return filled;
    }

    private void fill(long rows, Consumer<String> tell) throws Exception {
        var times = WorkloadClock.over(rows, Clock.systemUTC().instant());
        long tenth = Math.max(1, rows / 10);
        new Ingest(database.logger(), new Workload(SEED, Workload.MODELS.size())).run(rows, row -> {
            if (row % tenth == 0) {
                tell.accept("logging, " + row + " of " + rows + " events");
            }
            database.clock().set(times.at(row));
        });
        database.fold();
        database.clock().live();
        database.database().retention().settle();
        database.keepHouse();
    }

    public TelemetryQueries queries() {
        return database.queries();
    }

    /// Stops the server and all its sessions in the middle of whatever they do. Linux only.
    public void freeze() throws Exception {
        signal("STOP");
    }

    public void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String signal) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(root.resolve("data/postmaster.pid")).getFirst().strip());
        var words = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(pid)));
        ProcessHandle.of(pid).orElseThrow().children().map(child -> String.valueOf(child.pid())).forEach(words::add);
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    @Override
    public void close() throws IOException {
        database.close();
        upkeep.shutdownNow();
        server.close();
        answers.shutdownNow();
    }
}

package dev.gravitas.app;

import dev.gravitas.bench.Bench;
import dev.gravitas.bench.BenchPlan;
import dev.gravitas.bench.DiskCheck;
import dev.gravitas.bench.Workbench;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.ScratchPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A measurement with a scratch server around it. Nothing of it stays, however it ends.
public final class BenchRun {
    private static final Logger LOG = LoggerFactory.getLogger(BenchRun.class);
    private static final Duration SERVER_LIMIT = Duration.ofMinutes(1);
    private static final String PREFIX = "gravitas-bench-";

    private final Path parent;
    private final DiskCheck disk;
    private final Clock clock;
    private volatile boolean told;
    private volatile boolean made;

    /// @param parent where the scratch folder is made
    public BenchRun(Path parent, DiskCheck disk, Clock clock) {
        this.parent = parent;
        this.disk = disk;
        this.clock = clock;
    }

    /// @return empty when the process was told to stop
    public Optional<BenchDocument> run(BenchPlan plan, Consumer<String> tell) throws IOException, StoreException {
        disk.require(parent);
        var lifecycle = new Lifecycle(Threads.named("close"));
        var ended = new CountDownLatch(1);
        var hook = Threads.named("stop").newThread(() -> stop(lifecycle, ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return Optional.of(measure(plan, tell, lifecycle));
        } catch (StoreException | IOException | RuntimeException e) {
            if (told) {
                return Optional.empty();
            }
            throw e;
        } finally {
            lifecycle.close();
            ended.countDown();
            forget(hook);
        }
    }

    /// A server that was just being made comes to the lifecycle late and is closed by it then, so this waits for the end. What
    /// works on one that was made is not waited for: it would first give up its events one by one.
    private void stop(Lifecycle lifecycle, CountDownLatch ended) {
        told = true;
        lifecycle.close();
        try {
            if (!made && !ended.await(SERVER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A bench did not end when it was told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BenchDocument measure(BenchPlan plan, Consumer<String> tell, Lifecycle lifecycle)
            throws IOException, StoreException {
        tell.accept("Preparing a scratch database below " + parent);
        var root = Files.createTempDirectory(parent, PREFIX);
        var server = lifecycle.add("scratch PostgreSQL", SERVER_LIMIT, ScratchPostgres.open(root, root, _ -> {}));
        made = true;
        var upkeep = Threads.timers("upkeep", 4, lifecycle);
        var bench = new Workbench(Threads.named("bench"), Threads.perTask("answer", lifecycle), upkeep, clock, tell);
        return new Bench(server, bench, plan).run();
    }

    private void forget(Thread hook) {
        if (!told) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}

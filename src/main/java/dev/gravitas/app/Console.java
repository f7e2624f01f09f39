package dev.gravitas.app;

import dev.gravitas.cli.Backstage;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.Settings;
import dev.gravitas.demo.LiveTraffic;
import dev.gravitas.endpoint.EndpointServer;
import dev.gravitas.endpoint.EndpointSettings;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.maintenance.Maintenance;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A console at work, without its window: the constructor chain of everything that runs, closed in reverse.
///
/// A recorder has the logger and the endpoint; a viewer beside it only reads. Both ask the GPUs, the recorder alone writes
/// events of them. The database opens in the background.
final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(45);
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);
    private static final Duration SPOOL_LIMIT = Duration.ofSeconds(5);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(2);
    /// Whether a duty is due is looked at so often, the first time soon after the start.
    private static final Duration MAINTAIN_EVERY = Duration.ofMinutes(10);
    private static final Duration ENDPOINT_LIMIT = Duration.ofSeconds(5);
    // Six views, the row count, an import and a file being saved may each wait at once; two calls never wait.
    private static final int WORKERS = 11;

    private final DataFolder folder;
    private final ConsoleStatus.Role role;
    private final Lifecycle lifecycle = new Lifecycle(Threads.named("close"));
    private final ExecutorService work;
    private final ScheduledExecutorService timer;
    private final LateDatabase database;
    private final @Nullable TelemetryLogger logger;
    private final @Nullable EndpointServer endpoint;
    private final GpuWatch gpus;
    /// Those that count now.
    private final AtomicReference<FootprintThresholds> thresholds;
    private @Nullable String endpointFault;

    Console(DataFolder folder, Settings settings, ConsoleStatus.Role role, Clock clock) {
        this.folder = folder;
        this.role = role;
        thresholds = new AtomicReference<>(settings.thresholds());
        work = Threads.workers("work", WORKERS, lifecycle);
        timer = Threads.timer("beat", lifecycle);
        var opener = new DatabaseOpener(folder, settings, clock);
        database = lifecycle.add("database", DATABASE_LIMIT,
                new LateDatabase(opener::openToStay, opener.connection(), Threads.timer("database", lifecycle)));
        if (role == ConsoleStatus.Role.RECORDER) {
            var answers = Threads.perTask("answer", lifecycle);
            var spool = lifecycle.add("spool", SPOOL_LIMIT, new SpoolOpener(folder, clock).open());
            logger = lifecycle.add("logger", FLUSH_LIMIT, new TelemetryLogger(database.writer(), spool,
                    database.queries(), clock, Threads.named("writer"), answers, LoggerLimits.DEFAULT));
            lifecycle.add("recorder report", REPORT_LIMIT,
                    new RecorderReport(new RecorderFile(folder.recorderFile()), logger, spool::status,
                            database::status, Threads.timer("report", lifecycle)));
            endpoint = endpoint(settings, clock);
            gpus = GpuWatch.ofRecorder(folder, settings.gpu(), clock, lifecycle, logger::log);
            maintain(clock);
            demo(clock, logger);
        } else {
            logger = null;
            endpoint = null;
            gpus = GpuWatch.ofViewer(folder, settings.gpu(), clock, lifecycle);
        }
    }

    private void maintain(Clock clock) {
        var maintenance = new Maintenance(database.queries(), database.notes(), thresholds::get, clock);
        Threads.timer("maintenance", lifecycle)
                .scheduleWithFixedDelay(maintenance::performDue, MAINTAIN_EVERY.toSeconds() / 5,
                        MAINTAIN_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    // A demo has something to record.
    private void demo(Clock clock, TelemetryLogger logger) {
        new DemoMark(folder).scenario()
                .ifPresent(scenario -> lifecycle.add("demo", REPORT_LIMIT,
                        new LiveTraffic(scenario, logger, clock, Threads.timer("demo", lifecycle))));
    }

    // Recording goes on without the endpoint; the state shows that there is none.
    private @Nullable EndpointServer endpoint(Settings settings, Clock clock) {
        try {
            return lifecycle.add("endpoint", ENDPOINT_LIMIT,
                    EndpointServer.start(EndpointSettings.DEFAULT.withPort(settings.endpointPort()), folder.root(),
                            database.queries(), clock, Threads.named("endpoint")));
        } catch (IOException e) {
            LOG.error("The endpoint is not served; recording goes on. {}", e.getMessage());
            endpointFault = e.getMessage();
            return null;
        }
    }

    /// Begins to open the database; `first` hears how the first try went, null for well.
    void start(Consumer<@Nullable StoreException> first) {
        LOG.info("Console starts as {} on {}", role, folder.root());
        database.start(first);
        gpus.start();
    }

    Database database() {
        return database;
    }

    /// Whether this process records on its data folder.
    boolean records() {
        return role == ConsoleStatus.Role.RECORDER;
    }

    /// What `status` says of this process where it records. Blocks on the disk.
    Optional<Backstage.Recorder> recorder() {
        var pid = ProcessHandle.current().pid();
        return Optional.of(new Backstage.Recorder(StatusDocument.Role.WINDOW, pid, endpointUrl(),
                new RecorderFile(folder.recorderFile()).find(pid)));
    }

    AtomicReference<FootprintThresholds> thresholds() {
        return thresholds;
    }

    LockoutThreshold lockoutThreshold() {
        return gpus.threshold();
    }

    GpuBoard gpus() {
        return gpus.board();
    }

    ExecutorService work() {
        return work;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    Optional<String> endpointUrl() {
        return role == ConsoleStatus.Role.RECORDER
                ? Optional.ofNullable(endpoint).map(EndpointServer::url)
                : urlOfRecorder();
    }

    /// Why this recorder has no endpoint.
    Optional<String> endpointFault() {
        return Optional.ofNullable(endpointFault);
    }

    // A viewer shows the endpoint of the console that records.
    private Optional<String> urlOfRecorder() {
        try {
            return Recording.on(folder).flatMap(Recording::endpointUrl);
        } catch (IOException e) {
            LOG.warn("Cannot tell who records", e);
            return Optional.empty();
        }
    }

    ConsoleStatus status() {
        return new ConsoleStatus(role, database.status(), logger == null ? null : logger.counters(),
                endpointUrl().orElse(null), folder.isDemo());
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}

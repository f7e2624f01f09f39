package dev.gravitas.app;

import dev.gravitas.bench.BenchPlan;
import dev.gravitas.bench.DiskCheck;
import dev.gravitas.cli.Backstage;
import dev.gravitas.cli.StatusQuestion;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsException;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.demo.History;
import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.RecorderDocument;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The composition root behind the commands: for each it opens the data folder, builds what the command needs and hands
/// over.
public final class Gravitas implements Backstage {
    private static final Duration PROMPT = Duration.ofSeconds(5);
    /// A command about GPUs has answered within five seconds, its start included.
    private static final Duration GLANCE = Duration.ofSeconds(3);

    private final Map<String, String> environment;
    private final Clock clock;
    private final Interruption interruption = new Interruption(Threads.named("stop"));

    public Gravitas(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /// Before anything else in a process of ours; an embedding program's log is its own.
    public static void silenceLog() {
        LogFiles.silence();
    }

    @Override
    public int window(DataFolder folder, Consumer<String> tell) throws IOException, SettingsException, StoreException {
        if (!Display.isThere(System.getProperty("os.name"), environment, System.getProperty("glass.platform"))) {
            tell.accept("No display (DISPLAY is not set), so no window: recording headless.");
            return serve(folder, tell);
        }
        OwnerOnlyFolder.make(folder.root());
        return new WindowRun(folder, () -> prepare(folder, "gravitas"), environment, this, clock, tell).run();
    }

    @Override
    public int serve(DataFolder folder, Consumer<String> tell) throws IOException, SettingsException, StoreException {
        OwnerOnlyFolder.make(folder.root());
        return new HeadlessRun(folder, () -> prepare(folder, "gravitas"), clock, tell).run();
    }

    @Override
    public Database open(DataFolder folder) throws IOException, SettingsException, StoreException {
        var database = new DatabaseOpener(folder, prepare(folder, "commands"), clock).openBriefly(_ -> {});
        return interruption.guard(database);
    }

    @Override
    public Database openPromptly(DataFolder folder) throws IOException, SettingsException, StoreException {
        if (recorder(folder).isEmpty()) {
            return open(folder);
        }
        // Making a database takes longer than this would wait, and ending in the middle of it would disturb the recorder.
        if (new SettingsLoader(folder, environment).load().database() instanceof DatabaseSettings.Embedded
                && !EmbeddedPostgres.isMade(folder.postgres())) {
            throw new StoreException(StoreException.Kind.UNAVAILABLE,
                    "The console that records is still preparing the database folder.");
        }
        return new PromptOpening(Threads.named("opening"), PROMPT).open(() -> open(folder));
    }

    @Override
    public int demo(long seed, Consumer<String> tell, InDemo inside)
            throws IOException, SettingsException, StoreException {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        interruption.watch();
        return new DemoRun(parent, clock, folder -> prepare(folder, "demo"), LogFiles::silence, History.DAYS).run(seed,
                tell, inside);
    }

    @Override
    public boolean interrupted() {
        return interruption.raised();
    }

    @Override
    public Optional<Recorder> recorder(DataFolder folder) throws IOException {
        return Recording.on(folder)
                .map(recording -> new Recorder(role(recording.holder().kind()), recording.holder().pid(),
                        recording.endpointUrl(),
                        new RecorderFile(folder.recorderFile()).find(recording.holder().pid())));
    }

    @Override
    public Optional<SpoolStatus> leftSpool(DataFolder folder) throws IOException {
        return new SpoolOpener(folder, clock).survey();
    }

    @Override
    public List<RecorderDocument> programs(DataFolder folder) throws IOException {
        return new Programs(folder.programs()).running();
    }

    private static StatusDocument.Role role(Holder.Kind kind) {
        return switch (kind) {
            case WINDOW -> StatusDocument.Role.WINDOW;
            case SERVE -> StatusDocument.Role.SERVE;
            case KEEPER, UNKNOWN -> StatusDocument.Role.UNKNOWN;
        };
    }

    @Override
    public Map<String, String> databaseEnvironment(DataFolder folder, DatabaseRole role, Optional<Boolean> tcp)
            throws IOException, SettingsException, StoreException {
        var settings = prepare(folder, "commands");
        return new DatabaseEnvironment(folder, settings, clock).variables(role, tcp, recorder(folder).isPresent());
    }

    @Override
    public void keepDatabase(DataFolder folder, Runnable ready) throws IOException, SettingsException, StoreException {
        prepare(folder, "commands");
        new DatabaseKeeping(folder).run(ready);
    }

    @Override
    public void snapshot(DataFolder folder, List<SnapshotOrder> orders, Consumer<Path> drawn)
            throws IOException, SettingsException, StoreException {
        var settings = prepare(folder, "commands");
        try (var database = open(folder)) {
            var url = recorder(folder).flatMap(Recorder::endpointUrl).orElse(null);
            var status = new ConsoleStatus(ConsoleStatus.Role.VIEWER, database.check(), null, url,
                    folder.isDemo());
            new SnapshotRun(folder, settings, environment, lockouts(folder), this, clock).run(database, status, orders,
                    drawn);
        }
    }

    @Override
    public Optional<BenchDocument> bench(DataFolder folder, long rows, Consumer<String> tell)
            throws IOException, SettingsException, StoreException {
        prepare(folder, "commands");
        var disk = new DiskCheck(place -> Files.getFileStore(place).getUsableSpace());
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        return new BenchRun(parent, disk, clock).run(BenchPlan.of(rows), tell);
    }

    @Override
    public boolean pause(Duration time) {
        return Threads.pause(time) && !interrupted();
    }

    @Override
    public GpuBoard gpus(DataFolder folder) throws IOException, SettingsException {
        var gpus = Gpus.of(folder, prepare(folder, "commands").gpu(), clock);
        var status = new GpuGlance(Threads.named("gpu"), clock, GLANCE).look(gpus.look());
        return new GlancedGpus(status, gpus.threshold(), lockouts(folder));
    }

    /// Those that last now; what a console left that crashed are none.
    private static List<LockoutEpisode> lockouts(DataFolder folder) throws IOException {
        return Recording.on(folder).isPresent() ? new EpisodeFile(folder.vramEpisodes()).left() : List.of();
    }

    @Override
    public boolean releaseGpus(DataFolder folder) throws IOException, SettingsException {
        prepare(folder, "commands");
        return new ReleaseOrder(folder, GLANCE).release();
    }

    @Override
    public boolean resumeGpus(DataFolder folder) throws IOException, SettingsException {
        prepare(folder, "commands");
        return new ReleaseOrder(folder, GLANCE).resume();
    }

    @Override
    public List<SmiMemory> askSmi() throws IOException {
        return new NvidiaSmi("nvidia-smi", PROMPT).memory();
    }

    @Override
    public Optional<List<BundleEntry>> diagnostics(DataFolder folder, Consumer<Diagnostics.Progress> progress)
            throws IOException {
        installLog(folder, "commands");
        try (var database = openIfMade(folder)) {
            return diagnostics(folder, () -> database, progress);
        } catch (StoreException e) {
            return diagnostics(folder, () -> {
                throw e;
            }, progress);
        } catch (SettingsException e) {
            return diagnostics(folder, () -> {
                throw new StoreException(StoreException.Kind.MISCONFIGURED,
                        "The settings have faults, so the database was not opened.", e);
            }, progress);
        }
    }

    private Optional<List<BundleEntry>> diagnostics(DataFolder folder, InstalledVersions.DatabaseSource database,
            Consumer<Diagnostics.Progress> progress) throws IOException {
        var status = new StatusQuestion(this, folder, recorder(folder));
        return new DiagnosticParts(folder, environment, database, status, () -> gpus(folder).status()).diagnostics()
                .collect(progress, this::interrupted);
    }

    // To make a database is no way to find out what is the matter.
    private Database openIfMade(DataFolder folder) throws IOException, SettingsException, StoreException {
        if (new SettingsLoader(folder, environment).load().database() instanceof DatabaseSettings.Embedded
                && !EmbeddedPostgres.isMade(folder.postgres())) {
            throw new StoreException(StoreException.Kind.UNAVAILABLE, "The database has not been made yet.");
        }
        return openPromptly(folder);
    }

    @Override
    public RowRange benchRows() {
        return new RowRange(BenchPlan.FEWEST_ROWS, BenchPlan.MOST_ROWS);
    }

    private Settings prepare(DataFolder folder, String log) throws IOException, SettingsException {
        installLog(folder, log);
        return new SettingsLoader(folder, environment).load();
    }

    private static void installLog(DataFolder folder, String log) throws IOException {
        OwnerOnlyFolder.make(folder.root());
        OwnerOnlyFolder.make(folder.logs());
        new LogFiles(folder.logs(), log).install();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(Gravitas.class)
                .error("A fault that nobody expected in {}", thread.getName(), failure));
    }
}

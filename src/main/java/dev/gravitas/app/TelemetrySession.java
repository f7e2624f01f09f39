package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsException;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.store.StoreException;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The sensor without the console, for other programs on the JVM: one logger on a data folder, beside a running console or
/// alone. Needs no JavaFX. Close it once, at the end: what was logged by then is flushed.
public final class TelemetrySession implements AutoCloseable {
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(45);
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);
    private static final Duration SPOOL_LIMIT = Duration.ofSeconds(5);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(2);

    private final Lifecycle lifecycle;
    private final TelemetryLogger logger;

    private TelemetrySession(Lifecycle lifecycle, TelemetryLogger logger) {
        this.lifecycle = lifecycle;
        this.logger = logger;
    }

    /// Opens the database that the folder's settings name, starting the embedded one if nobody has. Blocks up to about a
    /// minute. A database that is away now is opened later by itself, and events wait in the spool until then.
    ///
    /// @param dataFolder of a console, or a new one
    /// @throws StoreException when it takes an operator: a wrong password, missing rights, tables of a newer program
    public static TelemetrySession open(Path dataFolder) throws IOException, SettingsException, StoreException {
        var folder = new DataFolder(dataFolder);
        OwnerOnlyFolder.make(folder.root());
        var settings = new SettingsLoader(folder, Map.of()).load();
        var clock = Clock.systemUTC();
        var lifecycle = new Lifecycle(Threads.named("close"));
        try {
            var opener = new DatabaseOpener(folder, settings, clock);
            var database = lifecycle.add("database", DATABASE_LIMIT,
                    new LateDatabase(opener::openToStay, opener.connection(), Threads.timer("database", lifecycle)));
            awaitFirstTry(database);
            var answers = Threads.perTask("answer", lifecycle);
            var spool = lifecycle.add("spool", SPOOL_LIMIT, new SpoolOpener(folder, clock).open());
            var logger = lifecycle.add("logger", FLUSH_LIMIT, new TelemetryLogger(database.writer(), spool,
                    database.queries(), clock, Threads.named("writer"), answers, LoggerLimits.DEFAULT));
            lifecycle.add("report", REPORT_LIMIT, new RecorderReport(new Programs(folder.programs()).add(), logger,
                    spool::status, database::status, Threads.timer("report", lifecycle)));
            return new TelemetrySession(lifecycle, logger);
        } catch (StoreException | IOException | RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    private static void awaitFirstTry(LateDatabase database) throws StoreException {
        var outcome = new CompletableFuture<Optional<StoreException>>();
        database.start(failure -> outcome.complete(Optional.ofNullable(failure)));
        var failure = outcome.join();
        if (failure.isPresent() && failure.get().kind() != StoreException.Kind.UNAVAILABLE) {
            throw failure.get();
        }
    }

    public TelemetryLogger logger() {
        return logger;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}

package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.InstalledConsole;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.RunningServer;
import dev.gravitas.telemetry.spool.FolderSpool;
import dev.gravitas.telemetry.spool.SpoolLimits;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The processes that share a data folder: a producer, a console beside it, and the database that they bring up. All of
/// them can be killed; the first two are started again, as an operator would, and nothing else is ever done by hand.
final class Machine implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(60);

    private final Path folder;
    private final InstalledConsole installed;
    private final RunningServer server;
    private final List<Path> notebooks = new ArrayList<>();
    private @Nullable ProducerProcess producer;
    private @Nullable Process console;

    Machine(Path folder) {
        this.folder = folder;
        this.installed = new InstalledConsole(folder.resolve("data"));
        this.server = new RunningServer(installed.dataFolder().resolve("postgres"));
    }

    /// Starts what does not run, and waits for nothing.
    void start() throws IOException {
        if (producer == null || !producer.handle().isAlive()) {
            var run = notebooks.size();
            notebooks.add(folder.resolve("notebook-" + run));
            producer = ProducerProcess.start(installed.dataFolder(), notebooks.getLast(), run);
        }
        if (console == null || !console.isAlive()) {
            var output = folder.resolve("console-" + notebooks.size() + ".txt");
            console = installed.start(output, Map.of(), "serve");
        }
    }

    ProducerProcess producer() {
        if (producer == null) {
            throw new IllegalStateException("not started");
        }
        return producer;
    }

    RunningServer server() {
        return server;
    }

    /// The notebooks of all producers so far, the present one last.
    List<Path> notebooks() {
        return List.copyOf(notebooks);
    }

    /// As `kill -9` does.
    ///
    /// @param which of several processes of that kind, any number
    /// @return false when there was nothing to kill
    boolean kill(Victim victim, int which) throws IOException, StoreException, InterruptedException {
        var process = find(victim, which);
        if (process.isEmpty() || !process.get().destroyForcibly()) {
            return false;
        }
        // Our own are dead once they are reaped; those of the database belong to somebody else.
        if (victim == Victim.PRODUCER || victim == Victim.CONSOLE) {
            process.get().onExit().orTimeout(END.toSeconds(), TimeUnit.SECONDS).join();
        }
        return true;
    }

    private Optional<ProcessHandle> find(Victim victim, int which) throws IOException, StoreException {
        return switch (victim) {
            case PRODUCER -> Optional.ofNullable(producer).map(ProducerProcess::handle);
            case CONSOLE -> Optional.ofNullable(console).map(Process::toHandle);
            case POSTMASTER -> server.postmaster();
            case BACKEND -> {
                var sessions = server.sessions();
                yield sessions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(sessions.get(Math.floorMod(which, sessions.size())));
            }
        };
    }

    /// Ends both programs in good order; the last of them stops the database.
    ///
    /// @return the exit code of each
    List<Integer> end() throws IOException, InterruptedException {
        var codes = new ArrayList<Integer>();
        codes.add(producer().end(END));
        if (console != null) {
            console.destroy();
            if (!console.waitFor(END)) {
                throw new AssertionError("The console does not end on SIGTERM.");
            }
            codes.add(console.exitValue());
        }
        return codes;
    }

    /// What is left in the spool once both have ended.
    SpoolStatus spool() {
        try (var left = FolderSpool.open(installed.dataFolder().resolve("spool"), SpoolLimits.DEFAULT,
                Clock.systemUTC())) {
            return left.status();
        }
    }

    /// What the consoles said that no operator should read.
    List<String> complaints() throws IOException {
        var complaints = new ArrayList<String>();
        try (var outputs = Files.newDirectoryStream(folder, "console-*.txt")) {
            for (var output : outputs) {
                Files.readString(output).lines().filter(line -> line.contains("Exception")).forEach(complaints::add);
            }
        }
        return complaints;
    }

    /// Leaves nothing behind, whatever happened.
    @Override
    public void close() throws Exception {
        for (var victim : List.of(Victim.PRODUCER, Victim.CONSOLE, Victim.POSTMASTER)) {
            kill(victim, 0);
        }
    }
}

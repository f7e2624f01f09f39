package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Adopts, starts and stops the server of one folder. Every call needs the start lock.
final class ServerControl {
    private static final Logger LOG = LoggerFactory.getLogger(ServerControl.class);
    private static final int ATTEMPTS = 3;

    private final PostgresFolder folder;
    private final Platform platform;
    private final Account account;
    private final BinaryArchive archive;
    private final Patience patience;
    private final Cluster cluster;
    private final ServerProcesses processes;
    private final Readiness readiness;
    private @Nullable PgCtl programs;

    ServerControl(PostgresFolder folder, Platform platform, Account account, BinaryArchive archive,
            Patience patience) {
        this.folder = folder;
        this.platform = platform;
        this.account = account;
        this.archive = archive;
        this.patience = patience;
        this.cluster = new Cluster(folder);
        this.processes = new ServerProcesses(folder, platform);
        this.readiness = new Readiness(folder, processes);
    }

    /// Takes the server that runs already, or starts one.
    Running ensure(Consumer<String> stages) throws IOException, StoreException, InterruptedException {
        cluster.refuseOtherVersion();
        if (!cluster.exists()) {
            cluster.make(programs(stages), stages);
        }
        Passwords passwords = Passwords.read(folder.passwords());
        if (found().isPresent()) {
            Optional<Running> adopted = readiness.ofFound(passwords, patience.silence());
            if (adopted.isPresent()) {
                return adopted.get();
            }
            stages.accept("Stopping a PostgreSQL that does not answer");
            stop(patience.silentStop());
        }
        return start(passwords, stages);
    }

    /// Stops the server, if one runs: fast, then harder.
    void stop() throws IOException, StoreException, InterruptedException {
        stop(patience.fastStop());
    }

    private void stop(Duration limit) throws IOException, StoreException, InterruptedException {
        Optional<ProcessHandle> server = found();
        if (server.isPresent() && !stopped("fast", limit) && !stopped("immediate", patience.silentStop())) {
            LOG.warn("PostgreSQL (process {}) does not stop and is killed; the next start recovers",
                    server.get().pid());
            server.get().destroyForcibly();
            processes.endLeftovers();
        }
    }

    private boolean stopped(String mode, Duration limit) throws IOException, StoreException, InterruptedException {
        Command.Result result = programs(_ -> {}).stop(mode, limit);
        if (!result.ok()) {
            LOG.warn("PostgreSQL did not stop ({}): {}", mode, result.output());
        }
        return result.ok() || found().isEmpty();
    }

    private Optional<ProcessHandle> found() throws IOException {
        return PostmasterPid.read(folder.pidFile()).flatMap(file -> processes.server(file.pid()));
    }

    private Running start(Passwords passwords, Consumer<String> stages)
            throws IOException, StoreException, InterruptedException {
        PgCtl pgCtl = programs(stages);
        cluster.restoreLoginRules(pgCtl);
        StoreException fault = new StoreException(Kind.UNAVAILABLE, "PostgreSQL did not start.");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            stop();
            clearLeftovers(stages);
            ServerLog log = ServerLog.open(folder.log());
            pgCtl.lend(folder.log());
            Command.Result launched = pgCtl.start(Listening.choose(folder, platform));
            Optional<Running> server = readiness.ofLaunched(passwords);
            if (server.isPresent()) {
                return server.get();
            }
            String said = launched.output() + "\n" + log.news();
            fault = Faults.failed(folder, "PostgreSQL did not start (see " + folder.log() + ")", said);
            LOG.warn("Attempt {} of {}: {}", attempt, ATTEMPTS, fault.getMessage());
            if (Faults.asksForAnOperator(said)) {
                break;
            }
        }
        throw fault;
    }

    /// PostgreSQL itself would refuse for ever when the number in a stale file was given to another process.
    private void clearLeftovers(Consumer<String> stages) throws IOException, StoreException, InterruptedException {
        processes.endLeftovers();
        boolean crashed = Files.deleteIfExists(folder.pidFile());
        FolderTree.delete(folder.socketFolder());
        Files.createDirectory(folder.socketFolder(), OwnerOnly.folderAttributes(folder.socketFolder()));
        programs(stages).lend(folder.socketFolder());
        stages.accept(crashed ? "Starting PostgreSQL, recovering after a crash" : "Starting PostgreSQL");
    }

    private PgCtl programs(Consumer<String> stages) throws IOException, StoreException, InterruptedException {
        @Nullable
        PgCtl ready = programs;
        if (ready == null) {
            Path home = archive.unpacked(folder.binaries(), stages);
            RunAs runAs = RunAs.choose(account, folder);
            runAs.message().ifPresent(note -> {
                LOG.info(note);
                stages.accept(note);
            });
            runAs.lend(FolderTree.paths(home));
            ready = new PgCtl(folder, home, platform, runAs);
            programs = ready;
        }
        return ready;
    }
}

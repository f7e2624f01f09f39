package dev.gravitas.store.embedded;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The embedded server of a folder seen from outside, for tests that break it: it holds no lease and starts nothing.
public final class RunningServer {
    private final PostgresFolder folder;

    /// @param root as [EmbeddedPostgres#open] takes it
    public RunningServer(Path root) {
        this.folder = new PostgresFolder(root, root);
    }

    /// The postmaster, if one lives.
    public Optional<ProcessHandle> postmaster() throws IOException, StoreException {
        var processes = new ServerProcesses(folder, Platform.current());
        return PostmasterPid.read(folder.pidFile()).flatMap(file -> processes.server(file.pid()));
    }

    /// Its processes that serve somebody's session, in no order.
    public List<ProcessHandle> sessions() throws IOException, StoreException {
        return postmaster().stream().flatMap(ProcessHandle::children).filter(RunningServer::servesASession).toList();
    }

    // The process shows user, database and where its client is from.
    private static boolean servesASession(ProcessHandle process) {
        try {
            var title = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"),
                    StandardCharsets.ISO_8859_1);
            return title.contains("[local]") || title.contains("127.0.0.1(");
        } catch (IOException _) {
            // It has just ended.
            return false;
        }
    }

    /// The superuser's login to the console's database; empty while no server lives.
    public Optional<ServerLogin> superuser() throws IOException, StoreException {
        var process = postmaster();
        var listening = PostmasterPid.read(folder.pidFile()).flatMap(PostmasterPid::listening);
        if (process.isEmpty() || listening.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Running.of(folder, process.get(), listening.get())
                .login(Roles.DATABASE, Passwords.SUPERUSER, Passwords.read(folder.passwords())));
    }
}

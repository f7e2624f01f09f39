package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The operating system's view of the servers that work on one data folder.
final class ServerProcesses {
    private static final Duration OWN_END = Duration.ofSeconds(5);

    private final PostgresFolder folder;
    private final Platform platform;

    ServerProcesses(PostgresFolder folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /// The process with this id, if it lives and is a server of this data folder. A dead process that nobody has reaped
    /// has no program any more, and a number that was given to another program does not count.
    Optional<ProcessHandle> server(long pid) {
        return ProcessHandle.of(pid).filter(this::servesThisFolder);
    }

    static boolean alive(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /// Makes sure that no process of an earlier server writes to the data folder any more. Those of a killed postmaster
    /// end by themselves within moments, unless they hang.
    void endLeftovers() throws StoreException, InterruptedException {
        List<ProcessHandle> leftovers = leftovers();
        for (Deadline own = Deadline.in(OWN_END); !leftovers.isEmpty() && !own.passed(); leftovers = leftovers()) {
            own.pause();
        }
        leftovers.forEach(ProcessHandle::destroyForcibly);
        for (Deadline killed = Deadline.in(OWN_END); !leftovers.isEmpty(); leftovers = leftovers()) {
            if (killed.passed()) {
                throw new StoreException(Kind.UNAVAILABLE, "Process " + leftovers.getFirst().pid()
                        + " of an earlier PostgreSQL still uses " + folder.data() + " and cannot be ended.");
            }
            killed.pause();
        }
    }

    private List<ProcessHandle> leftovers() {
        return ProcessHandle.allProcesses().filter(this::servesThisFolder).toList();
    }

    private boolean servesThisFolder(ProcessHandle process) {
        Optional<Path> program = process.info().command().map(Path::of);
        if (program.isEmpty() || !program.get().getFileName().toString().startsWith("postgres")) {
            return false;
        }
        return platform.linux() ? worksIn(process, folder.data()) : program.get().startsWith(folder.binaries());
    }

    /// A server's working folder is its data folder.
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
        } catch (IOException _) {
            // It has just ended, or belongs to another user: then it is none of ours.
            return false;
        }
    }
}

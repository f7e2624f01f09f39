package dev.gravitas.store.embedded;

import java.nio.file.Path;

/// Where things lie on the disk.
///
/// @param root the console's folder for PostgreSQL, absolute
/// @param binaries parent of the unpacked binaries, usually `root`
record PostgresFolder(Path root, Path binaries) {

    Path data() {
        return root.resolve("data");
    }

    /// A cluster that is being made.
    Path unfinishedData() {
        return root.resolve("data.tmp");
    }

    Path socketFolder() {
        return root.resolve("run");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path passwords() {
        return root.resolve("passwords");
    }

    /// Present while TCP was asked for; holds the port used last.
    Path tcp() {
        return root.resolve("tcp");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    Path users() {
        return root.resolve("users");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }
}

package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/// The database folder on the disk: made in one step, refused when another version of PostgreSQL made it.
final class Cluster {
    /// Nobody gets in without a password, and nobody from another machine.
    private static final String WHO_MAY_LOG_IN = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private static final Duration ABANDONED = Duration.ofSeconds(20);

    private final PostgresFolder folder;

    Cluster(PostgresFolder folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(folder.data());
    }

    /// Looks only.
    ///
    /// @throws StoreException MISCONFIGURED for a folder that these programs cannot use
    void refuseOtherVersion() throws IOException, StoreException {
        if (!exists()) {
            return;
        }
        Path file = folder.data().resolve("PG_VERSION");
        String made = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!made.matches("[0-9]{1,4}")) {
            throw refused(folder.data() + " is not a database folder");
        }
        int major = Integer.parseInt(made);
        if (major > BinaryArchive.MAJOR) {
            throw refused(folder.data() + " was made by PostgreSQL " + major + ", newer than this console's "
                    + BinaryArchive.MAJOR + ": use the newer console");
        }
        if (major < BinaryArchive.MAJOR) {
            throw refused(folder.data() + " was made by PostgreSQL " + major + ", older than this console's "
                    + BinaryArchive.MAJOR + ": export it with the older console, then import it into a new folder");
        }
    }

    private static StoreException refused(String why) {
        return new StoreException(Kind.MISCONFIGURED, why + ". Nothing was changed.");
    }

    /// Makes a new cluster and its passwords. What an interrupted earlier attempt left is removed.
    void make(PgCtl programs, Consumer<String> stages) throws IOException, StoreException, InterruptedException {
        stages.accept("Preparing the database folder");
        // Killing a console does not kill the program that prepares its folder.
        FolderTree.deleteOnceLeft(folder.unfinishedData(), ABANDONED);
        Passwords passwords = Passwords.create(folder.passwords());
        Path forInitdb = folder.root().resolve("initdb.password");
        try {
            OwnerOnly.write(forInitdb, passwords.of(Passwords.SUPERUSER));
            programs.lend(forInitdb);
            Command.Result result = programs.initdb(forInitdb);
            if (!result.ok()) {
                throw Faults.failed(folder, "The database folder could not be made", result.output());
            }
            Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(forInitdb);
            FolderTree.deleteOnceLeft(folder.unfinishedData(), ABANDONED);
        }
    }

    /// Puts the rules for logins back, should they have been edited.
    void restoreLoginRules(PgCtl programs) throws IOException {
        Path file = folder.data().resolve("pg_hba.conf");
        if (!Files.exists(file) || !Files.readString(file).equals(WHO_MAY_LOG_IN)) {
            OwnerOnly.write(file, WHO_MAY_LOG_IN);
            programs.lend(file);
        }
    }
}

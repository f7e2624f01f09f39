package dev.gravitas.store.embedded;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/// A PostgreSQL for measurements, in a folder that is gone when it is closed. The console's role may do more there than in
/// a database that is kept: make databases, read files of the folder, ask for a checkpoint.
public final class ScratchPostgres implements AutoCloseable {
    private final Path root;
    private final EmbeddedPostgres postgres;

    private ScratchPostgres(Path root, EmbeddedPostgres postgres) {
        this.root = root;
        this.postgres = postgres;
    }

    /// Takes some seconds.
    ///
    /// @param root a new and empty folder; deleted also when this fails
    /// @param binaries see [EmbeddedPostgres#open(Path, Path, Consumer)]
    public static ScratchPostgres open(Path root, Path binaries, Consumer<String> stages)
            throws StoreException, IOException {
        try {
            var postgres = EmbeddedPostgres.open(root, binaries, stages);
            postgres.widenRights();
            return new ScratchPostgres(root, postgres);
        } catch (StoreException | RuntimeException e) {
            FolderTree.delete(root);
            throw e;
        }
    }

    /// The console's login.
    public ServerLogin login() {
        return postgres.login();
    }

    /// The console's login to a database that it has made.
    public ServerLogin login(String database) {
        var login = login();
        return new ServerLogin(login.address(), database, login.user(), login.password(), login.sslMode());
    }

    /// A place for a file of the measurement.
    public Path file(String name) {
        return root.resolve(name);
    }

    /// Lets the server read such a file, whose folder nobody else may enter.
    public void share(Path file) throws IOException {
        if (OwnerOnly.posix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FolderTree.delete(root);
    }
}

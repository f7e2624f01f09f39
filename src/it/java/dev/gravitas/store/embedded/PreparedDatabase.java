package dev.gravitas.store.embedded;

import dev.gravitas.store.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.Executors;

/// A database with the console's tables, for tests that are not about a first start: made once by each process that runs
/// tests, so never by an older build, and copied, which takes a small part of the time.
public final class PreparedDatabase {
    private static @Nullable Path template;

    private PreparedDatabase() {
    }

    /// Opens a copy on the programs that all tests share.
    ///
    /// @param root is not there yet
    public static EmbeddedPostgres open(Path root) throws Exception {
        copyTo(root);
        return TestFolders.open(root);
    }

    /// Leaves a copy, and the programs beside it, where a console finds them.
    ///
    /// @param root the folder `postgres` of a data folder; not there yet, or empty
    public static void install(Path root) throws Exception {
        copyTo(root);
        var programs = TestFolders.binaries();
        for (Path path : FolderTree.paths(programs)) {
            Path place = root.resolve(programs.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(place, OwnerOnly.folderAttributes(place));
            } else {
                link(path, place);
            }
        }
    }

    /// Nobody writes to a program, so all may share one.
    private static void link(Path program, Path place) throws IOException {
        try {
            Files.createLink(place, program);
        } catch (FileSystemException | UnsupportedOperationException _) {
            // The place is on another disk.
            Files.copy(program, place, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void copyTo(Path root) throws Exception {
        Path made = template();
        Files.createDirectories(root, OwnerOnly.folderAttributes(root));
        for (Path path : FolderTree.paths(made)) {
            if (!path.equals(made)) {
                Files.copy(path, root.resolve(made.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static synchronized Path template() throws Exception {
        Path made = template;
        if (made == null) {
            Files.createDirectories(TestFolders.work());
            Path folder = Files.createTempDirectory(TestFolders.work(), "prepared");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            made = folder.resolve("pg");
            make(made);
            template = made;
        }
        return made;
    }

    private static void make(Path root) throws Exception {
        try (var scheduler = Executors.newSingleThreadScheduledExecutor();
                var postgres = TestFolders.open(root);
                var _ = PostgresDatabase.open(new PostgresDatabase.Setup("embedded", postgres::login, "test",
                        Clock.systemUTC(), false, scheduler, Executors.defaultThreadFactory()))) {
            postgres.grantRoles();
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

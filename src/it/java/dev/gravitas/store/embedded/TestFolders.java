package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Places for test data below the build folder. The programs of PostgreSQL are unpacked there once for all tests, and an
/// empty database is made once and copied.
final class TestFolders {
    private static final String PREFIX = "gravitas-pg";
    private static final int LONGEST = 40;

    private TestFolders() {
    }

    static Path work() {
        return Path.of(System.getProperty("gravitas.work", "target/it")).toAbsolutePath().normalize();
    }

    static Path binaries() {
        return work().resolve("postgres-programs");
    }

    /// A folder that is not there yet, in a place short enough for a socket.
    static Path fresh(String name) throws IOException {
        Files.createDirectories(work());
        int number = 1;
        while (Files.exists(shelf().resolve(PREFIX + number))) {
            number++;
        }
        return Files.createDirectories(shelf().resolve(PREFIX + number)).resolve(name);
    }

    /// Deletes what tests left: forty megabytes each.
    static void clean() throws IOException {
        for (int number = 1; Files.exists(shelf().resolve(PREFIX + number)); number++) {
            FolderTree.delete(shelf().resolve(PREFIX + number));
        }
    }

    private static Path shelf() {
        return work().toString().length() <= LONGEST ? work() : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// A stopped database without tables.
    static Path prepared() throws Exception {
        Path root = fresh("postgres");
        copy(template(), root);
        return root;
    }

    static EmbeddedPostgres open(Path root) throws Exception {
        return EmbeddedPostgres.open(root, binaries(), _ -> {});
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path path : FolderTree.paths(from)) {
            Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static Path template() throws Exception {
        Path template = work().resolve("postgres-template");
        if (!Files.exists(template)) {
            Path made = fresh("postgres");
            open(made).close();
            Files.move(made, template);
        }
        return template;
    }
}

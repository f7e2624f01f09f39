package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Places for test data below the build folder; the programs of PostgreSQL are unpacked there once for all tests.
final class TestFolders {
    private TestFolders() {
    }

    static Path work() {
        return Path.of(System.getProperty("gravitas.work", "target/it")).toAbsolutePath().normalize();
    }

    static Path binaries() {
        return work().resolve("postgres-binaries");
    }

    /// A folder that is not there yet, in a short place, so that a socket's name fits.
    static Path fresh(String name) throws IOException {
        Files.createDirectories(work());
        return Files.createTempDirectory(work(), "pg").resolve(name);
    }

    static EmbeddedPostgres open(Path root) throws Exception {
        return EmbeddedPostgres.open(root, binaries(), _ -> {});
    }
}

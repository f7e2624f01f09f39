package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.store.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes folders that only their owner may enter.
final class OwnerOnlyFolder {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSAGE = PosixFilePermissions.fromString("rwx--x--x");
    /// What tells a data folder from any other.
    private static final Set<String> OURS = Set.of("settings.properties", "postgres", "logs", "recorder.lock",
            "host-label", "endpoint.token");

    private OwnerOnlyFolder() {
    }

    /// Closes a folder that is there already and open to others, if it is empty or a data folder of this user's.
    ///
    /// @throws FileSystemException for any other open folder: closing it could lock somebody out
    static void make(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
        } else if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS));
        } else if (!wanted(folder).containsAll(Files.getPosixFilePermissions(folder))) {
            close(folder);
        }
    }

    private static Set<PosixFilePermission> wanted(Path folder) throws IOException {
        return OWNERS.containsAll(Files.getPosixFilePermissions(folder)) || !EmbeddedPostgres.needsPassage(folder)
                ? OWNERS
                : PASSAGE;
    }

    private static void close(Path folder) throws IOException {
        if (!OwnerOnlyFile.isOfThisUser(folder)) {
            throw new FileSystemException(folder.toString(), null,
                    "it is open to other users and belongs to " + Files.getOwner(folder).getName()
                            + "; choose a folder of your own");
        }
        if (!isEmptyOrOurs(folder)) {
            throw new FileSystemException(folder.toString(), null,
                    "it is open to other users and holds other things; choose a new folder, or close it with chmod 700");
        }
        Files.setPosixFilePermissions(folder, wanted(folder));
    }

    private static boolean isEmptyOrOurs(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            var names = content.map(path -> path.getFileName().toString()).toList();
            return names.isEmpty() || names.stream().anyMatch(OURS::contains);
        }
    }
}

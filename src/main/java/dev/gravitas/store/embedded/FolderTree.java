package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whole folders.
final class FolderTree {
    private FolderTree() {
    }

    /// Deletes the folder and all in it; links are cut, not followed. Nothing happens when it is not there.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : paths(folder).reversed()) {
            Files.delete(path);
        }
    }

    /// The folder and all in it, each folder before its content.
    static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.naturalOrder()).toList();
        }
    }
}

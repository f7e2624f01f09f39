package dev.gravitas.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whole folders.
public final class FolderTree {
    private FolderTree() {
    }

    /// Deletes the folder and all in it; links are cut, not followed. Nothing happens when it is not there.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : paths(folder).reversed()) {
            Files.delete(path);
        }
    }

    /// The same where a program that lost its parent may still write there for a while.
    ///
    /// @param limit for that program to come to its end
    static void deleteOnceLeft(Path folder, Duration limit) throws IOException, InterruptedException {
        var deadline = Deadline.in(limit);
        while (true) {
            try {
                delete(folder);
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
                if (deadline.passed()) {
                    throw new IOException(folder + " cannot be deleted: another program writes there.", e);
                }
                deadline.pause();
            }
        }
    }

    /// The folder and all in it, each folder before its content.
    static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.naturalOrder()).toList();
        }
    }
}

package dev.gravitas.telemetry.spool;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the files of one slot lie.
///
/// @param file `spool-<number>.db` in the spool folder
record SlotPaths(Path file, int number) {
    private static final Pattern NAME = Pattern.compile("spool-([1-9][0-9]{0,3})\\.db");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    static SlotPaths of(Path folder, int number) {
        return new SlotPaths(folder.resolve("spool-" + number + ".db"), number);
    }

    /// The slots that have files, by number.
    static List<SlotPaths> existing(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> of(folder, Integer.parseInt(name.group(1))))
                    .sorted((a, b) -> Integer.compare(a.number, b.number))
                    .toList();
        }
    }

    Path lock() {
        return file.resolveSibling("spool-" + number + ".lock");
    }

    /// SQLite's log beside the file.
    Path log() {
        return beside("-wal");
    }

    /// A new file on its way to replace a damaged one.
    Path rescued() {
        return beside(".rescued");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// Makes an empty file that only its owner can read, where there is none. SQLite gives its log the same rights.
    static void makeOwnerOnly(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // As it should be.
        }
    }

    /// Moves file and log out of the way for good: `spool-1.db.damaged-20261124T101500Z`.
    ///
    /// @return where the file is now
    Path keepAside(Clock clock) throws IOException {
        var ending = ".damaged-" + TIME.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var kept = beside(ending);
        for (int i = 2; Files.exists(kept) || Files.exists(kept.resolveSibling(kept.getFileName() + "-wal")); i++) {
            kept = beside(ending + "-" + i);
        }
        if (Files.exists(file)) {
            Files.move(file, kept);
        }
        if (Files.exists(log())) {
            Files.move(log(), kept.resolveSibling(kept.getFileName() + "-wal"));
        }
        return kept;
    }

    /// Size of file and log together; 0 where it cannot be asked.
    long bytes() {
        return size(file) + size(log());
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(log());
    }
}

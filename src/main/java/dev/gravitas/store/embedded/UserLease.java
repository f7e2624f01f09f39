package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Says that somebody uses the database: one locked file for each user. The operating system lets the lock go when the
/// process dies, so a file without a lock is a leftover. Every method needs the start lock.
///
/// One file for each, because the locks of a JVM on one file are lost when any of its threads closes that file.
final class UserLease {
    private final Path folder;
    private final Path file;
    private final FileChannel channel;

    private UserLease(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    static UserLease take(Path folder) throws IOException {
        Path file = folder.resolve(thisProcess() + UUID.randomUUID());
        FileChannel channel = OwnerOnly.open(file);
        try {
            channel.lock();
            return new UserLease(folder, file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Ends this use.
    ///
    /// @return true when nobody else uses the database
    boolean endWasLast() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
        boolean last = true;
        for (Path other : others()) {
            last &= !inUse(other);
        }
        return last;
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean inUse(Path other) throws IOException {
        // Another lease of this JVM must not be opened; a leftover of an earlier process is told by its start.
        if (other.getFileName().toString().startsWith(thisProcess())) {
            return true;
        }
        try (FileChannel probe = OwnerOnly.open(other)) {
            if (probe.tryLock() == null) {
                return true;
            }
            Files.delete(other);
            return false;
        }
    }

    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
        return self.pid() + "-" + start + "-";
    }
}

package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The server's own log, from one start on.
///
/// @param from its length in bytes before that start
record ServerLog(Path file, long from) {
    private static final long LARGEST = 10_000_000;
    private static final int ENOUGH = 20_000;

    /// Begins a new file, keeping the old one, when it has grown large.
    static ServerLog open(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = OwnerOnly.open(file)) {
            return new ServerLog(file, channel.size());
        }
    }

    /// What was written since.
    String news() throws IOException {
        try (var stream = Files.newInputStream(file)) {
            stream.skipNBytes(Math.min(from, Files.size(file)));
            return new String(stream.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        }
    }
}

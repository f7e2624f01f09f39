package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a running server wrote into `postmaster.pid`.
///
/// @param port of the socket and, if it listens there, of TCP
/// @param socket true when it has a Unix socket
/// @param tcp true when it listens on TCP
record PostmasterPid(long pid, int port, boolean socket, boolean tcp) {
    private static final int LINES = 6;

    /// Empty when there is no such file, or the server has not finished writing it.
    static Optional<PostmasterPid> read(Path file) throws IOException {
        try {
            // Bytes one to one: the data folder's name in it may be in any character set.
            List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.size() < LINES ? Optional.empty() : Optional.of(parse(lines));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static PostmasterPid parse(List<String> lines) {
        return new PostmasterPid(Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()),
                !lines.get(4).isBlank(), !lines.get(5).isBlank());
    }
}

package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a server wrote into `postmaster.pid`. It writes line by line, and later lines may come before earlier ones are
/// filled, so addresses mean something only once it says that it is ready.
///
/// @param ready true once it takes logins; all lines are written then
/// @param listening where it listens; empty until it is ready, and for a server that was not started by us
record PostmasterPid(long pid, boolean ready, Optional<Listening> listening) {
    private static final int STATUS = 7;
    private static final String READY = "ready";

    /// Empty when there is no such file, or none that names a process.
    static Optional<PostmasterPid> read(Path file) throws IOException {
        try {
            // Bytes one to one: the data folder's name in it may be in any character set.
            return Optional.of(parse(Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static PostmasterPid parse(List<String> lines) {
        long pid = Long.parseLong(line(lines, 0));
        boolean ready = line(lines, STATUS).equals(READY);
        return new PostmasterPid(pid, ready, ready
                ? Listening.told(line(lines, 3), line(lines, 4), line(lines, 5))
                : Optional.empty());
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }
}

package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.report.JsonText;
import dev.gravitas.report.RecorderDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What the programs that embed the sensor say of their loggers, a file for each in a folder of their own.
record Programs(Path folder) {
    /// Systems tell starts to about a second.
    private static final Duration START_PRECISION = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

    /// A file for one more logger of this process. Those of processes that have ended are removed.
    RecorderFile add() throws IOException {
        OwnerOnlyFolder.make(folder);
        for (var file : files()) {
            if (read(file).isEmpty()) {
                Files.deleteIfExists(file);
            }
        }
        return new RecorderFile(folder.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".json"));
    }

    /// Those that run, in no order.
    List<RecorderDocument> running() throws IOException {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static Optional<RecorderDocument> read(Path file) {
        try {
            var text = new OwnerOnlyFile(file).read();
            if (text.isPresent()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                return Optional.of(JsonText.read(text.get(), RecorderDocument.class))
                        .filter(program -> wroteThen(program.pid(), written));
            }
        } catch (IOException e) {
            LOG.warn("What a program says of its logger cannot be read: {}", e.getMessage());
        }
        return Optional.empty();
    }

    /// A process that began after the file was written is another one with the same number.
    private static boolean wroteThen(long pid, Instant written) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant().or(() -> Optional.of(written)))
                .filter(start -> !start.isAfter(written.plus(START_PRECISION)))
                .isPresent();
    }
}

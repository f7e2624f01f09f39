package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.report.JsonText;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.RecorderDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The owner-only file by which the recording console tells others, `gravitas status` for one, how its logger fares.
final class RecorderFile {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderFile.class);

    private final OwnerOnlyFile file;

    RecorderFile(Path path) {
        file = new OwnerOnlyFile(path);
    }

    /// Replaces the file as a whole.
    void write(RecorderDocument document) throws IOException {
        file.write(JsonText.pretty(document) + "\n");
    }

    void delete() throws IOException {
        file.delete();
    }

    /// What the process says that records now.
    ///
    /// @param pid of the recorder; what another one has left behind does not count
    Optional<LoggerDocument> find(long pid) {
        try {
            var text = file.read();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var document = JsonText.read(text.get(), RecorderDocument.class);
            return document.pid() == pid ? Optional.of(document.logger()) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("What the recorder says of itself cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}

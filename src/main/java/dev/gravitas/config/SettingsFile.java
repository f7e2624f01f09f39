package dev.gravitas.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of `settings.properties`. Blocks on the disk.
final class SettingsFile {
    /// Far more than anybody writes by hand.
    private static final long MOST_BYTES = 1L << 20;

    private final Path path;

    SettingsFile(Path path) {
        this.path = path;
    }

    /// Empty where there is no file.
    ///
    /// @throws IOException with a sentence for the operator where it cannot be read as UTF-8
    String read() throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("it is larger than " + MOST_BYTES + " bytes");
        }
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException(e.toString(), e);
        }
    }

    /// Replaces the file as a whole; only its owner may read it from then on.
    void write(String text) throws IOException {
        new OwnerOnlyFile(path).write(text);
    }
}

package dev.gravitas.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
        if (Files.isDirectory(path)) {
            throw new IOException("a folder is in its place");
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("it is larger than " + MOST_BYTES + " bytes");
        }
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8 text", e);
        } catch (AccessDeniedException e) {
            throw new IOException("this account may not read it", e);
        }
    }

    /// Replaces the file as a whole; only its owner may read it from then on.
    void write(String text) throws IOException {
        new OwnerOnlyFile(path).write(text);
    }
}

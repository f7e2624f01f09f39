package dev.gravitas.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small text file that only its owner may read or write: a token, a password, an address. The file never exists with
/// wider access or half written: it is made beside its place under another name and moved there. Safe to use from
/// several threads; when several write, the last one wins.
public final class OwnerOnlyFile {
    private final Path path;

    public OwnerOnlyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /// Whether a folder that this process may write to belongs to its user.
    public static boolean isOfThisUser(Path folder) throws IOException {
        return Files.getOwner(folder).equals(OwnerOnlyAccess.currentUser(folder));
    }

    public Path path() {
        return path;
    }

    /// Makes or replaces the file, durably. The folder must exist.
    ///
    /// @throws IOException when the place is taken by a link or a folder, or the disk refuses
    public void write(String text) throws IOException {
        if (taken()) {
            OwnerOnlyAccess.requirePlainFile(path);
        }
        var temporary = Files.createTempFile(folder(), "." + path.getFileName(), ".tmp",
                OwnerOnlyAccess.of(folder()).attribute());
        try {
            fill(temporary, text);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder();
    }

    /// The text, or empty when there is no such file.
    ///
    /// @throws IOException with a sentence for the operator when the file is a link, belongs to somebody else, is open to
    ///   others, or lies in a folder that others may change
    public Optional<String> read() throws IOException {
        if (!taken()) {
            return Optional.empty();
        }
        OwnerOnlyAccess.requirePlainFile(path);
        OwnerOnlyAccess.of(folder()).require(path);
        try (var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// Removes the file if it is there.
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private boolean taken() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Path folder() throws IOException {
        var folder = path.getParent();
        if (folder == null) {
            throw new IOException(path + " is not a file in a folder.");
        }
        return folder;
    }

    private static void fill(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    // Without this a power cut may undo the move; Windows has no such call and needs none.
    private void syncFolder() throws IOException {
        if (OwnerOnlyAccess.isPosix(path)) {
            try (var channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

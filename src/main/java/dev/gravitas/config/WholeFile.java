package dev.gravitas.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file's place: the whole content appears there, or nothing changes. Blocks; not for the FX thread.
///
/// @param path in a folder that is there
/// @param ownerOnly whether it is to be closed to others from its first moment on; a file system that cannot do so refuses it
public record WholeFile(Path path, boolean ownerOnly) {
    /// One that others may read as far as the folder's habits let them.
    public WholeFile(Path path) {
        this(path, false);
    }

    /// One that only its owner may read or write.
    public static WholeFile ownerOnly(Path path) {
        return new WholeFile(path, true);
    }

    /// Replaces the file that may be there.
    ///
    /// @throws FileSystemException naming the file that was asked for
    public void write(byte[] content) throws IOException {
        put(content, true);
    }

    /// Writes where there is no file yet.
    ///
    /// @throws FileAlreadyExistsException where there is one; it stays as it is
    /// @throws FileSystemException naming the file that was asked for
    public void create(byte[] content) throws IOException {
        put(content, false);
    }

    private void put(byte[] content, boolean replace) throws IOException {
        try {
            // Through a link, so that the link stays and its file changes.
            var target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new FileSystemException(path.toString(), null, "it is not an ordinary file");
            }
            if (Files.exists(target) && !replace) {
                throw new FileAlreadyExistsException(path.toString());
            }
            put(content, target, replace, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(path.toString());
        } catch (FileSystemException e) {
            // The draft has a name that nobody gave.
            var reason = e.getReason() == null ? "this user may not write there" : e.getReason();
            throw new FileSystemException(path.toString(), null, reason);
        } catch (IOException e) {
            throw new FileSystemException(path.toString(), null, e.getMessage());
        }
    }

    private static void put(byte[] content, Path target, boolean replace, boolean ownerOnly) throws IOException {
        var draft = draft(target.resolveSibling(""), ownerOnly);
        try {
            Files.write(draft, content);
            if (replace) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                claim(draft, target);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draft(Path folder, boolean ownerOnly) throws IOException {
        return ownerOnly
                ? Files.createTempFile(folder, ".gravitas", ".draft", OwnerOnlyAccess.of(folder).attribute())
                : Files.createTempFile(folder, ".gravitas", ".draft");
    }

    /// A link is made in one step and never over a file; some file systems have none.
    private static void claim(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.move(draft, target);
        }
    }
}

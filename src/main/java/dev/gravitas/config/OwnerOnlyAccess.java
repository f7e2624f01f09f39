package dev.gravitas.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;

/// How one file system says "only the owner": permission bits or an access control list.
sealed interface OwnerOnlyAccess permits PosixAccess, AclAccess {

    static OwnerOnlyAccess of(Path folder) {
        return isPosix(folder) ? new PosixAccess() : new AclAccess();
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// What a new file is created with.
    FileAttribute<?> attribute() throws IOException;

    /// Fails unless the file belongs to this process's user and is closed to all others.
    void require(Path file) throws IOException;

    static void requirePlainFile(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a symbolic link, which could lead anywhere. Remove the link.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a plain file. Move it away.");
        }
    }

    /// The user that new files of this process belong to. Asked by making one: names differ between systems and a
    /// container's user may have none.
    static UserPrincipal currentUser(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, ".owner", ".tmp");
        try {
            return Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    static void requireOwner(Path file, UserPrincipal user) throws IOException {
        var owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(user)) {
            throw new IOException(file + " belongs to " + owner.getName() + ", but this is " + user.getName()
                    + ". Remove it, or run as its owner.");
        }
    }
}

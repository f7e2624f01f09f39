package dev.gravitas.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Permission bits: 0600.
record PosixAccess() implements OwnerOnlyAccess {
    private static final int OTHERS_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    @Override
    public FileAttribute<?> attribute() {
        return PosixFilePermissions.asFileAttribute(OWNER);
    }

    @Override
    public void require(Path file) throws IOException {
        var folder = file.resolveSibling("");
        requireClosedFolder(folder);
        OwnerOnlyAccess.requireOwner(file, OwnerOnlyAccess.currentUser(folder));
        var permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        if (!OWNER.containsAll(permissions)) {
            throw new IOException(file + " is open to others (" + PosixFilePermissions.toString(permissions)
                    + "), so what it says may be known. Remove it, or close it with: chmod 600");
        }
        if (unix(file, "nlink") > 1) {
            throw new IOException(file + " has a second name (a hard link) elsewhere. Remove it.");
        }
    }

    // Whoever may write to the folder can put another file in place of this one.
    private static void requireClosedFolder(Path folder) throws IOException {
        var mode = unix(folder, "mode");
        if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
            throw new IOException("Others may change the folder " + folder + ". Close it with: chmod 700");
        }
    }

    private static int unix(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + attribute);
    }
}

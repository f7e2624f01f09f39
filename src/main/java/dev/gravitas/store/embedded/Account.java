package dev.gravitas.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/// The operating system's account that runs this process.
final class Account {
    /// Root lends the server's files to this account where no user namespace can be made.
    static final int UNPRIVILEGED = 65_534;

    private static final Path SELF = Path.of("/proc/self");

    private final UserPrincipal user;
    private final boolean root;

    private Account(UserPrincipal user, boolean root) {
        this.user = user;
        this.root = root;
    }

    static Account current(Path anyPath) throws IOException {
        if (Files.isDirectory(SELF)) {
            return new Account(Files.getOwner(SELF), uid(SELF) == 0);
        }
        String name = System.getProperty("user.name");
        UserPrincipal user = anyPath.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        return new Account(user, OwnerOnly.posix(anyPath) && name.equals("root"));
    }

    boolean root() {
        return root;
    }

    boolean mayUse(Path folder) throws IOException {
        if (!OwnerOnly.posix(folder) || Files.getOwner(folder).equals(user)) {
            return true;
        }
        return root && uid(folder) == UNPRIVILEGED;
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}

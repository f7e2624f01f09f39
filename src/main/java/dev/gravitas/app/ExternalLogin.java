package dev.gravitas.app;

import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A login to an external server, with the password out of its file.
final class ExternalLogin {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private ExternalLogin() {
    }

    /// @throws StoreException MISCONFIGURED, naming the file and what to do about it
    static ServerLogin of(DatabaseSettings.External server, DatabaseSettings.Login login) throws StoreException {
        return new ServerLogin(new ServerLogin.Tcp(server.host(), server.port()), server.database(), login.user(),
                password(login), server.sslMode());
    }

    private static String password(DatabaseSettings.Login login) throws StoreException {
        var file = login.passwordFile();
        try (var lines = Files.lines(file)) {
            refuseOpenToOthers(login);
            return lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> unusable(login, "is empty: its first line must be the password", null));
        } catch (NoSuchFileException e) {
            throw unusable(login, "does not exist", e);
        } catch (IOException | UncheckedIOException e) {
            throw unusable(login, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseOpenToOthers(DatabaseSettings.Login login) throws IOException, StoreException {
        var file = login.passwordFile();
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw unusable(login, "is open to other users; close it with: chmod 600 " + file, null);
        }
    }

    private static StoreException unusable(DatabaseSettings.Login login, String why,
            @Nullable Exception cause) {
        return new StoreException(Kind.MISCONFIGURED, "The password file of database user " + login.user() + ", "
                + login.passwordFile() + ", " + why + ".", cause);
    }
}

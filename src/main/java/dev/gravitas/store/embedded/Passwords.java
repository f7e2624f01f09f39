package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords of the cluster's roles, each 256 random bits, in one owner-only file.
final class Passwords {
    static final String SUPERUSER = "postgres";

    private static final List<String> USERS = Stream
            .concat(Stream.of(SUPERUSER), Stream.of(Role.values()).map(Role::user))
            .toList();

    private final Properties byUser;

    private Passwords(Properties byUser) {
        this.byUser = byUser;
    }

    /// Makes new ones for a new cluster and writes them down before anything else knows them.
    static Passwords create(Path file) throws IOException, StoreException {
        SecureRandom random = new SecureRandom();
        OwnerOnly.write(file, USERS.stream()
                .map(user -> user + "=" + secret(random) + "\n")
                .collect(Collectors.joining()));
        return read(file);
    }

    static Passwords read(Path file) throws IOException, StoreException {
        if (!Files.exists(file)) {
            throw new StoreException(Kind.MISCONFIGURED, file + " is missing, so the database cannot be opened: "
                    + "put it back, or move the whole folder away to begin anew. Nothing was changed.");
        }
        Properties byUser = new Properties();
        byUser.load(new StringReader(Files.readString(file)));
        if (!byUser.stringPropertyNames().containsAll(USERS)) {
            throw new StoreException(Kind.MISCONFIGURED, file + " is damaged: put a good copy back. "
                    + "Nothing was changed.");
        }
        return new Passwords(byUser);
    }

    String of(String user) {
        String password = byUser.getProperty(user);
        if (password == null) {
            throw new IllegalArgumentException("no such user: " + user);
        }
        return password;
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

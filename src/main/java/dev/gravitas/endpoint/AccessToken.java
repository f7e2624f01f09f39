package dev.gravitas.endpoint;

import dev.gravitas.config.OwnerOnlyFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// The secret that a request must bring: 256 random bits in `endpoint.token`, readable by the owner alone. Only its
/// digest is held.
final class AccessToken {
    static final String FILE = "endpoint.token";

    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final byte[] digest;

    private AccessToken(String token) {
        digest = sha256(token);
    }

    /// Reads the token, or makes one where there is none.
    ///
    /// @throws IOException when the file cannot be trusted: then nothing may be served
    static AccessToken load(Path dataFolder, SecureRandom random) throws IOException {
        var file = new OwnerOnlyFile(dataFolder.resolve(FILE));
        var kept = file.read();
        if (kept.isEmpty()) {
            file.write(fresh(random) + "\n");
            kept = file.read();
        }
        var token = kept.map(String::strip).filter(text -> TOKEN.matcher(text).matches());
        return new AccessToken(token.orElseThrow(() -> new IOException(file.path() + " does not hold a token."
                + " Remove it, and the next start makes a new one.")));
    }

    /// Whether this is the token, in a time that does not tell how much of it is right.
    boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, sha256(candidate));
    }

    private static String fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package dev.gravitas.diagnostics;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells one build from another of the same version: the first twelve hexadecimal digits of the SHA-256 of the product's
/// jar, which `sha256sum` prints too. It needs nothing of the build, and cannot name another one than the one that runs.
public final class BuildId {
    private static final int DIGITS = 12;

    /// Of the jar that a class comes from; reads all of it.
    ///
    /// @return null for classes that are in no jar
    public @Nullable String of(Class<?> type) throws IOException {
        var jar = place(type.getProtectionDomain().getCodeSource());
        if (jar == null || !Files.isRegularFile(jar)) {
            return null;
        }
        var digest = sha256();
        try (var stream = new DigestInputStream(Files.newInputStream(jar), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static @Nullable Path place(@Nullable CodeSource source) throws IOException {
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

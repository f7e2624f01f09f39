package dev.gravitas.store.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How names that fit no index key are shown: their beginning and their MD5.
final class ShortNames {
    private static final int LONGEST_BYTES = 300;
    private static final int KEPT = 60;

    private ShortNames() {
    }

    static String of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_BYTES) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, KEPT)) + "… " + md5(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

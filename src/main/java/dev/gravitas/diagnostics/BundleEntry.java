package dev.gravitas.diagnostics;

import java.nio.charset.StandardCharsets;

/// One text of a bundle. Immutable.
///
/// @param name its path inside the bundle, with slashes
/// @param text without anything secret
public record BundleEntry(String name, String text) {
    /// Bytes of the text, before it is packed.
    public long size() {
        return bytes().length;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

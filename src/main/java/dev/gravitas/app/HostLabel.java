package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The label under which this console's rows are told apart in a shared database: random, so that it says nothing about
/// the machine or its owner, and kept in the data folder.
final class HostLabel {
    private static final int RANDOM_BYTES = 4;

    private final OwnerOnlyFile file;

    HostLabel(Path file) {
        this.file = new OwnerOnlyFile(file);
    }

    /// The label, if there is one.
    Optional<String> kept() throws IOException {
        return file.read().map(String::strip).filter(label -> !label.isEmpty());
    }

    /// The label; makes one where there is none.
    String read() throws IOException {
        var kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var label = "ws-" + HexFormat.of().formatHex(random);
        file.write(label);
        return label;
    }
}

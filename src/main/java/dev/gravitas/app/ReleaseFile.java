package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An owner-only file of the data folder that is there while its consoles are to leave the GPUs' driver alone.
///
/// @param path of the file
record ReleaseFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    void make() throws IOException {
        new OwnerOnlyFile(path).write("");
    }

    /// Removes it if it is there.
    void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}

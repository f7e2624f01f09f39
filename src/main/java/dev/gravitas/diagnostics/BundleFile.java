package dev.gravitas.diagnostics;

import dev.gravitas.config.WholeFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A bundle on the disk: a zip that only its owner may read. All of it appears, or nothing changes. Blocks.
///
/// @param path in a folder that is there
public record BundleFile(Path path) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// How a bundle of this moment is called unless somebody names it.
    public static String name(Instant now) {
        return "gravitas-diagnostics-" + TIME.format(now) + ".zip";
    }

    /// Writes where there is no file yet.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where there is one; it stays as it is
    /// @throws IOException with a sentence for the operator
    public void create(List<BundleEntry> entries) throws IOException {
        WholeFile.ownerOnly(path).create(zip(entries));
    }

    /// Replaces the file that may be there.
    ///
    /// @throws IOException with a sentence for the operator
    public void replace(List<BundleEntry> entries) throws IOException {
        WholeFile.ownerOnly(path).write(zip(entries));
    }

    private static byte[] zip(List<BundleEntry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

package dev.gravitas.ui.snapshot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import javax.imageio.ImageIO;

/// A picture's place: the whole picture appears there, or nothing changes.
///
/// @param path in a folder that is there
record PngFile(Path path) {

    /// @throws FileSystemException naming the file that was asked for
    void write(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            throw new IOException("This Java cannot write PNG files.");
        }
        try {
            write(png.toByteArray());
        } catch (FileSystemException e) {
            // The draft has a name that nobody gave.
            var reason = e.getReason() == null ? "this user may not write there" : e.getReason();
            throw new FileSystemException(path.toString(), null, reason);
        } catch (IOException e) {
            throw new FileSystemException(path.toString(), null, e.getMessage());
        }
    }

    private void write(byte[] png) throws IOException {
        // Through a link, so that the link stays and its file changes.
        var target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(path.toString(), null, "it is not an ordinary file");
        }
        var draft = Files.createTempFile(target.resolveSibling(""), ".snapshot", ".png");
        try {
            Files.write(draft, png);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

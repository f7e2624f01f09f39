package dev.gravitas.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

import javax.imageio.ImageIO;

/// A picture of the toolkit as the bytes of a PNG file. For any thread, once nobody draws on the picture any more.
///
/// @param image what is encoded
public record Png(Image image) {

    /// @throws IOException where this Java has no encoder
    public byte[] bytes() throws IOException {
        var png = new ByteArrayOutputStream();
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png)) {
            throw new IOException("This Java cannot write PNG files.");
        }
        return png.toByteArray();
    }
}

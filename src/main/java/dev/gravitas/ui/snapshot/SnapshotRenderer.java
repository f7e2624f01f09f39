package dev.gravitas.ui.snapshot;

import dev.gravitas.config.WholeFile;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Png;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.shell.ConsoleContent;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Dialogs;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Renders the real window, with real figures, to a PNG file. Needs no display once [#prepareHeadless] was called.
///
/// Blocks the caller; one picture at a time. The toolkit runs on afterwards: who started the process stops it.
public final class SnapshotRenderer {
    private static final long LIMIT_SECONDS = 60;

    private final WindowPorts ports;
    private final Toolkit toolkit;

    public SnapshotRenderer(WindowPorts ports, Toolkit toolkit) {
        this.ports = ports;
        this.toolkit = toolkit;
    }

    /// Makes the toolkit draw without a display. Only works before the toolkit of this process has started.
    ///
    /// @param cache folder for the toolkit's native libraries
    public static void prepareHeadless(Path cache) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        System.setProperty("javafx.cachedir", cache.toString());
    }

    /// Renders one page and writes it all or not at all.
    ///
    /// @param file in a folder that is there
    /// @return what the picture says instead of figures, because they could not be read; empty when all is well
    /// @throws IOException with one clear sentence when the file cannot be written, the figures did not come in time or the
    ///         system cannot draw text
    public Optional<Notice> render(ConsoleWindow.Look look, Path file) throws IOException {
        var picture = picture(look);
        new WholeFile(file).write(new Png(picture.image()).bytes());
        return picture.failure();
    }

    private Picture picture(ConsoleWindow.Look look) throws IOException {
        var drawn = new CompletableFuture<Picture>();
        var strings = new Strings(Locale.getDefault());
        var studio = toolkit.start(() -> Studio.open(new ConsoleContent(ports, look, strings,
                Dialogs.ofSystem(strings)), look, drawn)).toCompletableFuture();
        studio.exceptionally(e -> {
            drawn.completeExceptionally(e);
            return null;
        });
        try {
            return drawn.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("The view was not ready after " + LIMIT_SECONDS + " seconds.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedOperationException missing) {
                throw new FileSystemException("the system's fonts", null, missing.getMessage());
            }
            throw new IOException("The view could not be drawn: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Drawing was interrupted.", e);
        } finally {
            studio.thenAccept(opened -> toolkit.run(opened::close));
        }
    }
}

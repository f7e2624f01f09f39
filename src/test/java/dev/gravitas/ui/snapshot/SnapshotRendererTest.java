package dev.gravitas.ui.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.ThemeChoice;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.imageio.ImageIO;

class SnapshotRendererTest {
    private static final ConsoleStatus STATUS = new ConsoleStatus(ConsoleStatus.Role.VIEWER,
            new DatabaseStatus(DatabaseStatus.State.READY, "ready", "18.6", "embedded"), null, null);

    @TempDir
    private Path folder;

    private final SampleQueries queries = new SampleQueries();
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        work.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void saysWhenThePictureShowsAnErrorInsteadOfFigures() throws Exception {
        assertThat(render("good.png")).isEmpty();
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "Nobody answers."));
        assertThat(render("bad.png").orElseThrow().text()).contains("Nobody answers.");
        assertThat(folder.resolve("bad.png")).isNotEmptyFile();
    }

    @Test
    void replacesThePictureBehindALinkAndLeavesTheLink() throws Exception {
        Files.writeString(folder.resolve("old.png"), "old");
        Files.createSymbolicLink(folder.resolve("link.png"), Path.of("old.png"));
        render("link.png");
        assertThat(folder.resolve("link.png")).isSymbolicLink();
        assertThat(ImageIO.read(folder.resolve("old.png").toFile()).getWidth()).isEqualTo(1280);
        assertThat(folder).isDirectoryNotContaining("glob:**/.snapshot*");
    }

    @Test
    void namesTheFileThatWasAskedFor() {
        assertThatThrownBy(() -> render("no folder/x.png")).isInstanceOfSatisfying(FileSystemException.class,
                fault -> assertThat(fault.getFile()).endsWith("x.png"));
        assertThatThrownBy(() -> render(".")).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("not an ordinary file");
        assertThat(folder).isEmptyDirectory();
    }

    private Optional<Notice> render(String file) throws IOException {
        var ports = new WindowPorts(queries, () -> STATUS, (_, _, _, _) -> new ImportPort.Outcome.Cancelled(0), work,
                timer, Clock.fixed(SampleQueries.NOW, ZoneOffset.UTC), FootprintThresholds.DEFAULT, () -> {});
        return new SnapshotRenderer(ports, new Toolkit()).render(new ConsoleWindow.Look(Page.FOOTPRINT,
                ThemeChoice.LIGHT, WindowChoice.Rolling.SIXTY_DAYS, 1280, 800), folder.resolve(file));
    }
}

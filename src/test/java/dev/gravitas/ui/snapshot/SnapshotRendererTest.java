package dev.gravitas.ui.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.KeptPreferences;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleHelp;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"OVERVIEW, 3840, 2160", "EFFICIENCY, 800, 500", "TRENDS, 800, 500",
            "ALARMS, 800, 500", "EFFICIENCY, 900, 1600",
            "TRENDS, 3840, 500", "FOOTPRINT, 3840, 2160", "VRAM, 3840, 2160"})
    void paintsEveryPixelOfTheSizeThatWasAskedFor(Page page, int width, int height) throws Exception {
        render("x.png", page, width, height);
        var picture = ImageIO.read(folder.resolve("x.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        var rim = picture.getRGB(width - 1, height - 1);
        for (int y = 100; y < height; y++) {
            assertThat(picture.getRGB(width - 1, y)).isEqualTo(rim);
        }
        assertThat(rim).isNotEqualTo(0xffffffff);
    }

    @Test
    void replacesThePictureBehindALinkAndLeavesTheLink() throws Exception {
        Files.writeString(folder.resolve("old.png"), "old");
        Files.createSymbolicLink(folder.resolve("link.png"), Path.of("old.png"));
        render("link.png");
        assertThat(folder.resolve("link.png")).isSymbolicLink();
        assertThat(ImageIO.read(folder.resolve("old.png").toFile()).getWidth()).isEqualTo(1280);
        assertThat(folder).isDirectoryNotContaining("glob:**/.gravitas*");
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
        return render(file, Page.FOOTPRINT, 1280, 800);
    }

    private Optional<Notice> render(String file, Page page, int width, int height) throws IOException {
        var ports = new WindowPorts(queries, (_, _) -> {}, () -> STATUS, SampleGpus.two(), () -> "here",
                (_, _, _, _) -> new ImportPort.Outcome.Cancelled(0), work,
                timer, Clock.fixed(SampleQueries.NOW, ZoneOffset.UTC), new SampleSettings(),
                new KeptPreferences(), new SampleHelp(), (_, _, _) -> {}, () -> {});
        return new SnapshotRenderer(ports, new Toolkit()).render(new ConsoleWindow.Look(page, ThemeChoice.LIGHT,
                WindowChoice.Rolling.SIXTY_DAYS, width, height), folder.resolve(file));
    }
}

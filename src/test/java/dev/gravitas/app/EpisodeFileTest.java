package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.LockoutEpisode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class EpisodeFileTest {
    private static final LockoutEpisode LASTING = new LockoutEpisode("one", "GPU-a",
            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:05:00Z"), 1L << 30, 600L << 20);

    @TempDir
    private Path folder;

    @Test
    void keepsALockoutForTheNextConsole() throws Exception {
        var path = folder.resolve("vram-episodes.json");
        assertThat(new EpisodeFile(path).left()).isEmpty();
        new EpisodeFile(path).keep(List.of(LASTING));
        assertThat(new EpisodeFile(path).left()).containsExactly(LASTING);
        new EpisodeFile(path).keep(List.of());
        assertThat(path).doesNotExist();
    }

    @Test
    void goesOnWithoutAFileThatCannotBeRead() throws Exception {
        var path = folder.resolve("vram-episodes.json");
        new EpisodeFile(path).keep(List.of(LASTING));
        Files.writeString(path, "{");
        assertThat(new EpisodeFile(path).left()).isEmpty();
    }
}

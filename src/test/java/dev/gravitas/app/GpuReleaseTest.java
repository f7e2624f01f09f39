package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class GpuReleaseTest {
    @TempDir
    private Path folder;
    private final List<String> done = new ArrayList<>();
    private Path path;
    private GpuRelease release;

    @BeforeEach
    void console() {
        path = folder.resolve("gpu.release");
        release = new GpuRelease(new ReleaseFile(path), () -> done.add("let go"), () -> done.add("read"));
    }

    @Test
    void followsAFileThatAnotherProcessMakesAndRemoves() throws Exception {
        release.look();
        assertThat(release.released()).isFalse();
        Files.createFile(path);
        release.look();
        release.look();
        assertThat(release.released()).isTrue();
        Files.delete(path);
        release.look();
        assertThat(release.released()).isFalse();
        assertThat(done).containsExactly("let go", "read");
    }

    @Test
    void obeysAtOnceAndTellsOthersWithTheNextLook() {
        release.release();
        assertThat(done).containsExactly("let go");
        assertThat(path).doesNotExist();
        release.look();
        assertThat(path).exists();
        assertThat(release.released()).isTrue();
        release.resume();
        assertThat(done).containsExactly("let go", "read");
        release.look();
        assertThat(path).doesNotExist();
    }

    @Test
    void doesNothingTwice() {
        release.release();
        release.release();
        release.look();
        release.look();
        release.resume();
        release.resume();
        assertThat(done).containsExactly("let go", "read");
    }

    @Test
    void keepsToItsOrderWhileTheFileCannotBeMade() throws Exception {
        var absent = folder.resolve("absent");
        release = new GpuRelease(new ReleaseFile(absent.resolve("gpu.release")), () -> done.add("let go"),
                () -> done.add("read"));
        release.release();
        release.look();
        assertThat(release.released()).isTrue();
        Files.createDirectory(absent);
        release.look();
        assertThat(absent.resolve("gpu.release")).exists();
        assertThat(done).containsExactly("let go");
    }

    @Test
    void forgetsWhatWasAskedBeforeItRecords() throws Exception {
        Files.createFile(path);
        release.forget();
        release.look();
        assertThat(done).isEmpty();
        assertThat(path).doesNotExist();
    }
}

package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void namesItsHolderUntilItIsReleased() throws Exception {
        var file = folder.resolve("recorder.lock");
        var holder = Holder.ofThisProcess(Holder.Kind.SERVE);
        try (var lock = FolderLock.tryTake(file, holder).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.holder(file)).contains(holder);
            assertThat(FolderLock.tryTake(file, holder)).isEmpty();
        }
        assertThat(FolderLock.holder(file)).isEmpty();
    }

    @Test
    void forgetsAHolderThatDied() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        var file = folder.resolve("recorder.lock");
        Files.writeString(file, "WINDOW " + process.pid());
        assertThat(FolderLock.holder(file)).isEmpty();
        FolderLock.tryTake(file, Holder.ofThisProcess(Holder.Kind.WINDOW)).orElseThrow().close();
    }
}

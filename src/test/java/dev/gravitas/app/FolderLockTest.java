package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FolderLockTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("recorder.lock");
    }

    @Test
    void namesItsHolderUntilItIsReleased() throws Exception {
        var holder = Holder.ofThisProcess(Holder.Kind.SERVE);
        try (var lock = FolderLock.tryTake(file, holder).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.tryTake(file, holder)).isEmpty();
            assertThat(FolderLock.holder(file)).contains(holder);
        }
        assertThat(FolderLock.holder(file)).isEmpty();
    }

    @Test
    void namesAHolderInAnotherProcess() throws Exception {
        try (var other = OtherProcess.that("holds", file)) {
            assertThat(FolderLock.holder(file)).contains(new Holder(Holder.Kind.SERVE, other.pid()));
            assertThat(FolderLock.tryTake(file, Holder.ofThisProcess(Holder.Kind.WINDOW))).isEmpty();
            Files.writeString(file, "something else");
            assertThat(FolderLock.holder(file)).contains(Holder.UNKNOWN);
        }
        assertThat(FolderLock.holder(file)).isEmpty();
        FolderLock.tryTake(file, Holder.ofThisProcess(Holder.Kind.WINDOW)).orElseThrow().close();
    }

    @Test
    void turnsNobodyAwayByLooking() throws Exception {
        Files.createFile(file);
        try (var looking = OtherProcess.that("looks", file)) {
            for (int i = 0; i < 300; i++) {
                FolderLock.tryTake(file, Holder.ofThisProcess(Holder.Kind.WINDOW)).orElseThrow().close();
            }
            assertThat(looking.lives()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "hello 12", "WINDOW twelve", "WINDOW 99999999999999999999", "SERVE 1\n", "\0"})
    void believesNoTextWithoutALock(String text) throws Exception {
        Files.writeString(file, text);
        assertThat(FolderLock.holder(file)).isEmpty();
    }

    @Test
    void forgetsAHolderWhoseNumberIsAnotherProcessNow() throws Exception {
        Files.writeString(file, "SERVE " + ProcessHandle.current().pid());
        assertThat(FolderLock.holder(file)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void forgetsAHolderThatDiedAndWasNotReaped() throws Exception {
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 60").start();
        try (var said = parent.inputReader()) {
            var dead = said.readLine();
            Files.writeString(file, "SERVE " + dead);
            await().until(() -> ProcessHandle.of(Long.parseLong(dead)).flatMap(p -> p.info().command()).isEmpty());
            assertThat(FolderLock.holder(file)).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    /// Another JVM that holds a lock, or looks at it all the time.
    record OtherProcess(Process process) implements AutoCloseable {

        static OtherProcess that(String does, Path file) throws Exception {
            var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), does, file.toString()))
                    .start();
            assertThat(process.inputReader().readLine()).isEqualTo(does);
            return new OtherProcess(process);
        }

        long pid() {
            return process.pid();
        }

        boolean lives() {
            return process.isAlive();
        }

        @Override
        public void close() throws Exception {
            process.destroyForcibly().waitFor();
        }

        public static void main(String[] args) throws Exception {
            var file = Path.of(args[1]);
            if (args[0].equals("holds")) {
                var unused = FolderLock.tryTake(file, Holder.ofThisProcess(Holder.Kind.SERVE)).orElseThrow();
            }
            System.out.println(args[0]);
            while (args[0].equals("holds") ? System.in.read() >= 0 : FolderLock.holder(file) != null) {
                // Until it is killed.
            }
        }
    }
}

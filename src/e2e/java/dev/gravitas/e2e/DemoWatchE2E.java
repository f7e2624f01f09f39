package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A command that goes on until it is told to end, in a demo.
class DemoWatchE2E {
    @TempDir
    Path folder;

    private static ProcessBuilder watch(Path parent) {
        var builder = new ProcessBuilder(InstalledConsole.HOME.resolve("bin").resolve("gravitas").toString(), "--demo",
                "gpu", "--watch").redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + parent);
        return builder;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatItsOutputCouldNotBeWritten() throws Exception {
        var version = new ProcessBuilder(InstalledConsole.HOME.resolve("bin").resolve("gravitas").toString(),
                "--version").redirectOutput(new File("/dev/full")).start();
        assertThat(version.errorReader().readAllAsString()).contains("could not be written in full");
        assertThat(version.waitFor()).isEqualTo(1);
    }

    /// As `| head` has read enough at some time.
    @Test
    void endsAWatchWhoseReaderIsGone() throws Exception {
        var watch = watch(Files.createDirectory(folder.resolve("t"))).start();
        try (var lines = watch.inputReader()) {
            assertThat(lines.lines().anyMatch(line -> line.contains("RTX 4090"))).isTrue();
        }
        try {
            assertThat(watch.waitFor(Duration.ofSeconds(30))).as("ends by itself").isTrue();
            assertThat(watch.exitValue()).isZero();
        } finally {
            watch.destroyForcibly();
        }
    }

    @Test
    void endsAWatchOfItsGpusAtOnceAndLeavesNothingBehind() throws Exception {
        var parent = Files.createDirectory(folder.resolve("t"));
        var output = folder.resolve("output.txt");
        var watch = watch(parent).redirectOutput(output.toFile()).start();
        try {
            await().atMost(Duration.ofSeconds(120)).until(() -> Files.readString(output).contains("RTX 4090"));
            assertThat(parent).isNotEmptyDirectory();
            watch.destroy();
            assertThat(watch.waitFor(Duration.ofSeconds(15))).as("ends on SIGTERM").isTrue();
            assertThat(parent.toFile().list((_, name) -> name.startsWith("gravitas-demo"))).isEmpty();
        } finally {
            watch.destroyForcibly();
        }
    }
}

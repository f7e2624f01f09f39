package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A command that goes on until it is told to end, in a demo.
class DemoWatchE2E {
    @TempDir
    Path folder;

    @Test
    void endsAWatchOfItsGpusAtOnceAndLeavesNothingBehind() throws Exception {
        var parent = Files.createDirectory(folder.resolve("t"));
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(InstalledConsole.HOME.resolve("bin").resolve("gravitas").toString(), "--demo",
                "gpu", "--watch").redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + parent);
        var watch = builder.start();
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

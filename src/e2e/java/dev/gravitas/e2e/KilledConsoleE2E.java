package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class KilledConsoleE2E {
    private static final int EVENTS = 1_000;

    @TempDir
    Path folder;

    @Test
    void keepsAThousandAcknowledgedEventsWhenTheProgramIsKilled() throws Exception {
        var gravitas = new InstalledConsole(folder.resolve("data")).withDatabase();
        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-classpath",
                System.getProperty("java.class.path"), AcknowledgedEvents.class.getName(),
                gravitas.dataFolder().toString(),
                String.valueOf(EVENTS)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("acknowledged " + EVENTS);
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var status = gravitas.run("status", "--json");
        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.json().path("rows_stored").asLong()).isEqualTo(EVENTS);
    }
}

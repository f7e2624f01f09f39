package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gravitas.cli.Backstage.SmiMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The stand-ins are shell scripts.")
class NvidiaSmiTest {
    @TempDir
    private Path folder;

    private NvidiaSmi saying(String script) throws IOException {
        var program = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new NvidiaSmi(program.toString(), Duration.ofSeconds(2));
    }

    @Test
    void readsTheMemoryOfEachGpuAndWhereThereIsNone() throws Exception {
        assertThat(saying("echo 'GPU-a, 24564, 9000, 15164'; echo 'GPU-b, [N/A], [Not Supported], [N/A]'").memory())
                .containsExactly(new SmiMemory("GPU-a", 24_564L, 9_000L, 15_164L),
                        new SmiMemory("GPU-b", null, null, null));
    }

    @Test
    void saysWhyItCannotBeAsked() throws Exception {
        assertFails(new NvidiaSmi(folder.resolve("nowhere").toString(), Duration.ofSeconds(2)), "not on the PATH");
        assertFails(saying("echo 'NVIDIA-SMI has failed'; exit 9"), "NVIDIA-SMI has failed");
        assertFails(saying("echo 'something else'"), "'something else'");
        assertFails(saying("exec sleep 30"), "not answered for 2 s");
    }

    private static void assertFails(NvidiaSmi smi, String why) {
        assertThatExceptionOfType(IOException.class).isThrownBy(smi::memory).withMessageContaining(why);
    }
}

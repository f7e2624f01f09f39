package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.gpu.GpuDevice.Hold;
import dev.gravitas.model.GpuHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;

class ProcessNamesTest {
    private static final long GIB = 1L << 30;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void namesAProcessOfThisMachineAndTheModelThatItsCommandLineTells() throws Exception {
        var server = new ProcessBuilder("sh", "-c", "read wait", "--model", "/models/größte karte.gguf").start();
        try {
            var named = ProcessNames.here().named(new Hold(server.pid(), GIB));
            assertThat(named).isEqualTo(new GpuHolder(server.pid(), "sh", "größte karte", GIB, true));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void namesThisVeryProcess() {
        long pid = ProcessHandle.current().pid();
        var named = ProcessNames.here().named(new Hold(pid, null));
        assertThat(named.name()).startsWith("java");
        assertThat(named.alive()).isTrue();
        assertThat(named.vramBytes()).isNull();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void marksAProcessThatHasEnded() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(ProcessNames.here().named(new Hold(ended.pid(), GIB)))
                .isEqualTo(new GpuHolder(ended.pid(), null, null, GIB, false));
    }

    @Test
    void takesAProcessThatHidesItsNameForAlive() {
        var hidden = new ProcessNames(_ -> List.of()).named(new Hold(7, GIB));
        assertThat(hidden).isEqualTo(new GpuHolder(7, null, null, GIB, true));
    }

    @Test
    void leavesFoldersOfBothSystemsOutOfAName() {
        var names = new ProcessNames(pid -> List.of(pid == 1 ? "/opt/ollama/bin/ollama" : "C:\\Ollama\\ollama.exe"));
        assertThat(names.named(new Hold(1, GIB)).name()).isEqualTo("ollama");
        assertThat(names.named(new Hold(2, GIB)).name()).isEqualTo("ollama.exe");
    }
}

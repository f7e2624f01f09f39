package dev.gravitas.gpu.nvml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import dev.gravitas.testing.FakeNvml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Our offsets beside those of a C compiler.
class NvmlLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void liesWhereACompilerPutsIt() throws Exception {
        var compiled = compiled();
        for (var layout : List.of(NvmlLayout.MEMORY, NvmlLayout.MEMORY_V2, NvmlLayout.UTILIZATION, NvmlLayout.PCI_INFO,
                NvmlLayout.PROCESS, NvmlLayout.PROCESS_V2)) {
            var fields = compiled.get(layout.name());
            assertThat(fields).as(layout.name()).isNotNull().containsAllEntriesOf(layout.offsets());
            assertThat(fields).as(layout.name()).containsEntry("sizeof", layout.size());
        }
    }

    @Test
    void carriesTheVersionThatTheDriverWants() {
        assertThat(NvmlLayout.MEMORY_V2.version(2)).isEqualTo(0x02000028);
    }

    private Map<String, Map<String, Integer>> compiled() throws Exception {
        var library = NativeLibrary.getInstance(FakeNvml.in(folder).library().toString());
        var layouts = new HashMap<String, Map<String, Integer>>();
        library.getFunction("fakeLayout").invokeString(new Object[0], false).lines().forEach(line -> {
            var words = line.strip().split(" ");
            var fields = new HashMap<String, Integer>(Map.of("sizeof", Integer.parseInt(words[1])));
            for (int i = 2; i < words.length; i++) {
                var field = words[i].split("@");
                fields.put(field[0], Integer.parseInt(field[1]));
            }
            layouts.put(words[0], fields);
        });
        return layouts;
    }
}

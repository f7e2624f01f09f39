package dev.gravitas.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.e2e.oracle.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class NotebookTest {
    @Test
    void keepsInTheNotebookWhatWasSynced(@TempDir Path folder) throws Exception {
        var notebook = new Notebook(folder.resolve("notebook"));
        notebook.announce(new EventId(1, 20));
        notebook.acknowledged(new EventId(1, 11));
        notebook.sync();
        assertThat(Told.read(List.of(folder.resolve("notebook")))).isEqualTo(
                new Told(Map.of(new Told.ThreadOfRun(1, 0), 20L), Set.of(new EventId(1, 11))));
    }
}

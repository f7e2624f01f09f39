package dev.gravitas.ui.shell;

import dev.gravitas.ui.bell.Bell;
import dev.gravitas.ui.bell.Ring;
import dev.gravitas.ui.chart.time.ChartFiles;
import dev.gravitas.ui.fx.Strings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import javafx.stage.Window;

/// Files of charts, and the bell for what became of them: it is known still when another view is open.
record RingingFiles(ChartFiles files, Bell bell, Strings strings) implements ChartFiles {
    @Override
    public Optional<Target> ask(Window owner, String name) {
        return files.ask(owner, name);
    }

    @Override
    public void write(Target target, byte[] content) throws IOException {
        try {
            files.write(target, content);
            bell.ring(new Ring(Ring.Kind.DONE, strings.text("chart.save.done", target.file()), "", null));
        } catch (FileAlreadyExistsException e) {
            // A question to the operator, who is there.
            throw e;
        } catch (IOException e) {
            bell.ring(new Ring(Ring.Kind.BAD, strings.text("chart.save.failed", String.valueOf(e.getMessage())), "",
                    null));
            throw e;
        }
    }
}

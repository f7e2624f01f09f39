package dev.gravitas.ui.chart.time;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Where charts are saved.
public interface ChartFiles {
    /// Asks the operator for a file. FX thread.
    ///
    /// @param name to start from, with its ending
    /// @return empty where the operator thinks better of it
    Optional<Target> ask(Window owner, String name);

    /// Writes all of a file or nothing. Blocks; on a background thread.
    ///
    /// @throws FileAlreadyExistsException where there is one that must not be replaced
    /// @throws IOException with a sentence for the operator
    void write(Target target, byte[] content) throws IOException;

    /// A file that was chosen.
    ///
    /// @param replace whether the operator said that one that is there goes
    record Target(Path file, boolean replace) {}
}

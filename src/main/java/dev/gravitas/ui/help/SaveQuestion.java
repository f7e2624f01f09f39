package dev.gravitas.ui.help;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks the operator where to save a file. FX thread.
public interface SaveQuestion {
    /// @param name to start from
    Optional<Path> ask(Window owner, String name);
}

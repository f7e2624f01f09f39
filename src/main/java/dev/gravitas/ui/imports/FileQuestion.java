package dev.gravitas.ui.imports;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks the operator for a file. FX thread.
public interface FileQuestion {
    Optional<Path> ask(Window owner);
}

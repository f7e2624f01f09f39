package dev.gravitas.ui.sources;

import javafx.fxml.FXML;

/// Binds the one way in that the window has.
public final class SourcesController {
    private final Runnable importFile;

    /// @param importFile asks for a file
    public SourcesController(Runnable importFile) {
        this.importFile = importFile;
    }

    @FXML
    void importFile() {
        importFile.run();
    }
}

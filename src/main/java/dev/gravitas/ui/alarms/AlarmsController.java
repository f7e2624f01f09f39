package dev.gravitas.ui.alarms;

import javafx.fxml.FXML;

/// Binds the ways to where something is watched already.
public final class AlarmsController {
    private final Runnable vram;
    private final Runnable footprint;

    /// @param vram and footprint open those views
    public AlarmsController(Runnable vram, Runnable footprint) {
        this.vram = vram;
        this.footprint = footprint;
    }

    @FXML
    void showVram() {
        vram.run();
    }

    @FXML
    void showFootprint() {
        footprint.run();
    }
}

package dev.gravitas.architecture.planted.ui;

import dev.gravitas.architecture.planted.endpoint.BreaksLibraryRules;
import dev.gravitas.architecture.planted.model.KnowsTheWindow;
import io.fair_acc.chartfx.XYChart;

import javafx.application.Platform;
import javafx.scene.control.Label;

/// Breaks the arrow of `ui`, closes a cycle, draws with chart-fx, hands over by itself, styles inline.
public class BreaksUiRules {
    void draw(XYChart chart, KnowsTheWindow knower, BreaksLibraryRules endpoint) {
        Platform.runLater(() -> new Label(chart + "" + knower + endpoint).setStyle("-fx-padding: 1"));
    }
}

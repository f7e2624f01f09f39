package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;

import javafx.scene.layout.Region;

/// The small mark that carries a model's colour, and by its form the pattern of its line.
public final class Chip extends Region {
    public Chip() {
        getStyleClass().add("chip");
    }

    public void show(Look look) {
        getStyleClass().setAll("chip", look.colourClass(), look.patternClass());
    }
}

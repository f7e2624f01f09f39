package dev.gravitas.ui.chart;

import dev.gravitas.model.Legible;
import dev.gravitas.ui.chart.ModelColours.Look;

/// A model with the look it has in every chart.
///
/// @param name as it is stored
public record ModelName(String name, Look look) {
    /// The name as it is written on screen, on one line.
    public String shown() {
        return Legible.name(name);
    }

    @Override
    public String toString() {
        return shown();
    }
}

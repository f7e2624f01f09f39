package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;

/// A model with the look it has in every chart.
public record ModelName(String name, Look look) {
    @Override
    public String toString() {
        return name;
    }
}

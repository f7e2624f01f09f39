package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.ModelColours.Look;

/// What a GPU is called in short, with the look of its line in the chart.
record GpuName(String name, Look look) {
    @Override
    public String toString() {
        return name;
    }
}

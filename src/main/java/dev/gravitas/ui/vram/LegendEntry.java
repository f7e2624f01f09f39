package dev.gravitas.ui.vram;

/// What a colour stands for, and a figure beside it.
public record LegendEntry(Swatch swatch, String name, String figure) {}

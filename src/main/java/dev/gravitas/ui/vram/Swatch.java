package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;

/// How a part of a bar, or a line, looks, as style classes.
public record Swatch(List<String> classes) {
    static final Swatch PROGRAM = new Swatch(List.of("part-program"));
    static final Swatch OTHERS = new Swatch(List.of("part-others"));
    static final Swatch UNEXPLAINED = new Swatch(List.of("part-unexplained"));
    static final Swatch RESERVED = new Swatch(List.of("part-reserved"));
    static final Swatch FREE = new Swatch(List.of("part-free"));
    static final Swatch TICK = new Swatch(List.of("tick-swatch"));

    /// Whether a model or a program holds it.
    boolean isHeld() {
        return !List.of(UNEXPLAINED, RESERVED, FREE, TICK).contains(this);
    }

    static Swatch of(Look look) {
        return new Swatch(look.classes());
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/// How a part of a bar, or a line, looks, as style classes.
public record Swatch(List<String> classes) {
    static final Swatch PROGRAM = new Swatch(List.of("part-program"));
    static final Swatch OTHERS = new Swatch(List.of("part-others"));
    static final Swatch UNEXPLAINED = new Swatch(List.of("part-unexplained"));
    static final Swatch RESERVED = new Swatch(List.of("part-reserved"));
    static final Swatch FREE = new Swatch(List.of("part-free"));
    static final Swatch TICK = new Swatch(List.of("tick-swatch"));

    /// Gives a node these classes beside one of its own, and takes away what it had. The style of one that has them already is not
    /// worked out anew.
    void dress(Node node, String own) {
        var wanted = Stream.concat(Stream.of(own), classes.stream()).toList();
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }

    /// Whether a model or a program holds it.
    boolean isHeld() {
        return !List.of(UNEXPLAINED, RESERVED, FREE, TICK).contains(this);
    }

    static Swatch of(Look look) {
        return new Swatch(look.classes());
    }
}

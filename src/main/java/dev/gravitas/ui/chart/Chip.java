package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;
import javafx.scene.layout.Region;

/// The small mark that carries a model's colour, and by its form the pattern of its line.
public final class Chip extends Region {
    public Chip() {
        getStyleClass().add("chip");
    }

    public void show(Look look) {
        getStyleClass().setAll(classes(look));
    }

    /// The style classes of such a mark.
    public static List<String> classes(Look look) {
        return List.of("chip", look.colourClass(), look.patternClass());
    }
}

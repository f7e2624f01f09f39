package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.util.List;

/// A value that matters to some lines of a chart over time, drawn dashed from side to side.
///
/// @param looks of those lines, whose colours take turns; at least one
/// @param name of what begins there, for the legend
public record TimeLevel(double value, List<Look> looks, String name) {
    public TimeLevel {
        looks = List.copyOf(looks);
    }

    /// The style classes of the mark that stands for it in a legend.
    List<String> swatch() {
        return List.of("chip", "level-swatch", looks.getFirst().colourClass());
    }

    /// Whether it matters to a line.
    boolean concerns(TimeLine line) {
        return looks.contains(line.look());
    }
}

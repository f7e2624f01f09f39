package dev.gravitas.ui.chart;

/// Six colours that colour-blind eyes tell from each other, and from those of the other palette: one colour on one screen never
/// stands for a model here and for a GPU there. The colours themselves are in the style sheets. The chips of GPUs are strokes, as
/// their lines are.
public enum Palette {
    MODELS("series-"), GPUS("series-gpu-");

    /// How many lines one chart may hold.
    public static final int COLOURS = 6;

    private final String prefix;

    Palette(String prefix) {
        this.prefix = prefix;
    }

    String colourClass(int slot) {
        return prefix + slot % COLOURS;
    }
}

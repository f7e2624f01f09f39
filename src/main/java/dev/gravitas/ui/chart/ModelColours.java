package dev.gravitas.ui.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The look that each model, or each GPU, keeps in every view while the console runs. Thread-safe.
///
/// There are the six colours of a palette, times three patterns. Looks are given out in order of first appearance, so the models
/// that rank best get the six solid colours.
public final class ModelColours {
    /// How many lines one chart may hold.
    public static final int COLOURS = Palette.COLOURS;

    private static final int PATTERNS = 3;

    private final Palette palette;
    private final Map<String, Integer> slots = new HashMap<>();

    /// Of models.
    public ModelColours() {
        this(Palette.MODELS);
    }

    public ModelColours(Palette palette) {
        this.palette = palette;
    }

    /// A look as style classes; colours and dashes are in the style sheets.
    public record Look(Palette palette, int slot) {
        /// Of a model.
        public Look(int slot) {
            this(Palette.MODELS, slot);
        }

        public String colourClass() {
            return palette.colourClass(slot);
        }

        public String patternClass() {
            return "pattern-" + slot / COLOURS % PATTERNS;
        }

        public List<String> classes() {
            return List.of(colourClass(), patternClass());
        }
    }

    /// Gives looks to those that have none yet, in this order.
    public synchronized void seen(Collection<String> names) {
        names.forEach(this::slot);
    }

    public synchronized Look of(String name) {
        return new Look(palette, slot(name));
    }

    private int slot(String name) {
        return slots.computeIfAbsent(name, _ -> slots.size());
    }
}

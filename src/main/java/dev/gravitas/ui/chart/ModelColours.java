package dev.gravitas.ui.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The look that each model keeps in every view while the console runs. Thread-safe.
///
/// There are six colours that colour-blind eyes tell apart too, times three patterns. Looks are given out in order of first
/// appearance, so the models that rank best get the six solid colours.
public final class ModelColours {
    /// How many lines one chart may hold.
    public static final int COLOURS = 6;

    private static final int PATTERNS = 3;

    private final Map<String, Integer> slots = new HashMap<>();

    /// A look as style classes; colours and dashes are in the style sheets.
    public record Look(int slot) {
        public String colourClass() {
            return "series-" + slot % COLOURS;
        }

        public String patternClass() {
            return "pattern-" + slot / COLOURS % PATTERNS;
        }

        public List<String> classes() {
            return List.of(colourClass(), patternClass());
        }
    }

    /// Gives looks to the models that have none yet, in this order.
    public synchronized void seen(Collection<String> models) {
        models.forEach(this::slot);
    }

    public synchronized Look of(String model) {
        return new Look(slot(model));
    }

    private int slot(String model) {
        return slots.computeIfAbsent(model, _ -> slots.size());
    }
}

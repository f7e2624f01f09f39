package dev.gravitas.ui.chart;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The look that each model, or each GPU, keeps in every view. Thread-safe.
///
/// There are the six colours of a palette, times three patterns. Looks are given out in order of first appearance, so the models
/// that rank best get the six solid colours.
public final class ModelColours {
    /// How many lines one chart may hold.
    public static final int COLOURS = Palette.COLOURS;

    private static final int PATTERNS = 3;

    private final Palette palette;
    private final Consumer<List<String>> changed;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private boolean ranked;

    /// Of models, none of which has a look yet.
    public ModelColours() {
        this(Palette.MODELS);
    }

    public ModelColours(Palette palette) {
        this(palette, List.of(), _ -> {});
    }

    /// Of models some of which have their looks from before.
    ///
    /// @param known in the order in which they got them
    /// @param changed is told when more have, in that order; by whichever thread saw them, so it must not wait
    public ModelColours(List<String> known, Consumer<List<String>> changed) {
        this(Palette.MODELS, known, changed);
    }

    private ModelColours(Palette palette, List<String> known, Consumer<List<String>> changed) {
        this.palette = palette;
        this.changed = changed;
        known.forEach(name -> slots.putIfAbsent(name, slots.size()));
    }

    /// A look as style classes; colours and dashes are in the style sheets.
    public record Look(Palette palette, int slot) {
        /// Of what has no colour of its own yet, or needs none.
        public static final Look NONE = new Look(Palette.MODELS, -1);

        /// Of a model.
        public Look(int slot) {
            this(Palette.MODELS, slot);
        }

        public String colourClass() {
            return slot < 0 ? "series-none" : palette.colourClass(slot);
        }

        public String patternClass() {
            return "pattern-" + slot / COLOURS % PATTERNS;
        }

        public List<String> classes() {
            return List.of(colourClass(), patternClass());
        }
    }

    /// Gives looks to the models that have none yet, in this order.
    ///
    /// @param models of a ranking, the best first; none where there is no ranking to wait for
    public synchronized void seen(Collection<String> models) {
        ranked = true;
        int before = slots.size();
        models.forEach(name -> slots.putIfAbsent(name, slots.size()));
        tell(before);
    }

    private void tell(int before) {
        if (slots.size() > before) {
            changed.accept(List.copyOf(slots.keySet()));
        }
    }

    public synchronized Look of(String name) {
        return new Look(palette, slot(name));
    }

    /// Whether the models of a ranking have their looks, or there is none to wait for.
    public synchronized boolean isRanked() {
        return ranked;
    }

    /// The look of a model that a process on a GPU names. Until the models of a ranking have theirs it has none: they come first.
    public synchronized Look ofProcess(String model) {
        return ranked || slots.containsKey(model) ? of(model) : Look.NONE;
    }

    private int slot(String name) {
        int before = slots.size();
        slots.putIfAbsent(name, before);
        tell(before);
        return Objects.requireNonNull(slots.get(name));
    }
}

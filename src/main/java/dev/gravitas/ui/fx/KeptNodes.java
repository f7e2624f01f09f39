package dev.gravitas.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// As many nodes of one kind as there are things to show. Those that stay are not made anew, so focus stays with them. FX thread
/// only.
public final class KeptNodes<N extends Node> {
    private final List<N> nodes = new ArrayList<>();
    private final Supplier<N> make;

    public KeptNodes(Supplier<N> make) {
        this.make = make;
    }

    /// Adds them to a pane or takes them away at its end, and hides it where it has nothing to show.
    ///
    /// @param pane the same each time, which holds nothing else
    /// @return what it shows now
    public List<N> in(Pane pane, int count) {
        while (nodes.size() < count) {
            nodes.add(make.get());
        }
        nodes.subList(count, nodes.size()).clear();
        var shown = pane.getChildren();
        if (shown.size() > count) {
            shown.remove(count, shown.size());
        }
        shown.addAll(nodes.subList(shown.size(), count));
        pane.setVisible(count > 0);
        return List.copyOf(nodes);
    }
}

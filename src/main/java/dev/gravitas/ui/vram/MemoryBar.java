package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A GPU's memory as a bar of its parts, with a tick where the lockout threshold lies.
public final class MemoryBar extends Region {
    private static final double THICKNESS = 14;
    private static final double TICK = 3;
    private static final double REACH = 3;

    private final List<Stretch> stretches = new ArrayList<>();
    private final Region tick = new Region();
    private final Tooltip tickWords = WholeText.of("");
    private List<BarPart> parts = List.of();
    private @Nullable Double threshold;

    private record Stretch(Region region, Tooltip words) {}

    public MemoryBar() {
        getStyleClass().add("memory-bar");
        tick.getStyleClass().add("bar-tick");
        Tooltip.install(tick, tickWords);
        getChildren().add(tick);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// Replaces what is shown.
    ///
    /// @param words of each part, for pointing at it
    /// @param at where the threshold lies, 0 to 1; null for none
    public void show(List<BarPart> fresh, List<String> words, @Nullable Double at, String aboutTick) {
        parts = fresh;
        threshold = at;
        while (stretches.size() < fresh.size()) {
            var stretch = new Stretch(new Region(), WholeText.of(""));
            stretches.add(stretch);
            Tooltip.install(stretch.region(), stretch.words());
            getChildren().addFirst(stretch.region());
        }
        for (int i = 0; i < stretches.size(); i++) {
            stretches.get(i).region().setVisible(i < fresh.size());
        }
        for (int i = 0; i < fresh.size(); i++) {
            fresh.get(i).swatch().dress(stretches.get(i).region(), "bar-part");
            stretches.get(i).words().setText(words.get(i));
        }
        tick.setVisible(at != null);
        tickWords.setText(aboutTick);
        setAccessibleText(String.join(", ", words));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double whole = parts.stream().mapToLong(BarPart::bytes).sum();
        double begin = 0;
        for (int i = 0; i < parts.size(); i++) {
            double left = snapPositionX(begin / whole * getWidth());
            begin += parts.get(i).bytes();
            double right = snapPositionX(begin / whole * getWidth());
            stretches.get(i).region().resizeRelocate(left, REACH, right - left, THICKNESS);
        }
        if (threshold != null) {
            double x = snapPositionX(threshold * getWidth() - TICK / 2);
            tick.resizeRelocate(Math.clamp(x, 0, Math.max(0, getWidth() - TICK)), 0, TICK, THICKNESS + 2 * REACH);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS + 2 * REACH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}

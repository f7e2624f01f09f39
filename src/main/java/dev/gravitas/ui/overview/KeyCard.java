package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A key figure and how it went by day.
///
/// @param trend oldest first, null for a day without data; empty for none
/// @param spoken all of it in words
record KeyCard(KeyFigure figure, List<@Nullable Double> trend, String spoken) {
    KeyCard {
        trend = Collections.unmodifiableList(new ArrayList<>(trend));
    }
}

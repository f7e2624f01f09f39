package dev.gravitas.ui.chart;

import dev.gravitas.ui.chart.ModelColours.Look;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One line of a daily chart.
///
/// @param values one a day, oldest first; null is a gap
public record DailySeries(String name, Look look, List<@Nullable Double> values) {
    public DailySeries {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /// The values between two gaps, which make no line and must be drawn as dots.
    List<@Nullable Double> lonely() {
        var lonely = new ArrayList<@Nullable Double>();
        for (int i = 0; i < values.size(); i++) {
            lonely.add(at(i - 1) == null && at(i + 1) == null ? values.get(i) : null);
        }
        return lonely;
    }

    private @Nullable Double at(int day) {
        return day < 0 || day >= values.size() ? null : values.get(day);
    }
}

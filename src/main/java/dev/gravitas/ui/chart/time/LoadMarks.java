package dev.gravitas.ui.chart.time;

import dev.gravitas.model.Legible;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord.Load;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.util.List;

/// Marks where models were loaded, unless they would be too many. Thread-safe.
public record LoadMarks(Formats formats, Strings strings) {
    /// More marks than this are a grey wall.
    private static final int MOST = 40;
    private static final int NAME_SHOWN = 28;

    /// The marks of a window, none where they are too many.
    ///
    /// @param loads oldest first
    public List<TimeMark> of(List<Load> loads, TimeWindow window) {
        var within = within(loads, window);
        return within.size() > MOST ? List.of() : within.stream().map(this::mark).toList();
    }

    /// What is said of loads that have no mark because they are too many, empty for none.
    public String note(List<Load> loads, TimeWindow window) {
        return within(loads, window).size() > MOST ? strings.text("chart.loads.unmarked", MOST) : "";
    }

    private static List<Load> within(List<Load> loads, TimeWindow window) {
        return loads.stream()
                .filter(load -> !load.at().isBefore(window.from()) && load.at().isBefore(window.to()))
                .toList();
    }

    private TimeMark mark(Load load) {
        var name = Legible.name(load.model());
        var seconds = formats.decimal(load.seconds(), 1);
        return new TimeMark(load.at(), null, strings.text("chart.mark.load", shorter(name), seconds),
                strings.text("chart.mark.load.whole", name, seconds, formats.full(load.at())), false);
    }

    private static String shorter(String name) {
        return name.length() <= NAME_SHOWN
                ? name
                : name.substring(0, NAME_SHOWN / 2) + "…" + name.substring(name.length() - NAME_SHOWN / 2 + 1);
    }
}

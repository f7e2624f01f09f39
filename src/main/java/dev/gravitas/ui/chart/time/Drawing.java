package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A picture made ready for so many columns of pixels. Pure, and cheap to draw however large the picture is.
///
/// @param span that is shown
/// @param lines that are drawn, thinned
/// @param entries what the legend names
/// @param others the names of the lines that it does not name
/// @param zone in which its times are told
record Drawing(TimePicture picture, TimeWindow span, List<TimeLine> lines, List<Entry> entries, List<String> others,
        ZoneId zone) {

    /// A line in the legend.
    ///
    /// @param figures of the span, empty where it has no reading there
    record Entry(TimeLine line, boolean drawn, Optional<LineFigures> figures) {}

    /// What a drawing is made of.
    record Order(TimePicture picture, TimeWindow span, int columns, List<TimeLine> drawn, List<TimeLine> listed,
            ZoneId zone) {
        Drawing draw() {
            var thinning = new Thinning(span, columns);
            var others = new ArrayList<>(picture.lines().stream().map(TimeLine::name).toList());
            others.removeAll(names(listed));
            var drawnNames = names(drawn);
            return new Drawing(picture, span, drawn.stream().map(thinning::of).toList(),
                    listed.stream()
                            .map(line -> new Entry(line, drawnNames.contains(line.name()),
                                    LineFigures.of(line, span, picture.levels())))
                            .toList(),
                    others, zone);
        }

        private static Set<String> names(List<TimeLine> lines) {
            return lines.stream().map(TimeLine::name).collect(Collectors.toSet());
        }
    }
}

package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds room for the texts of marks in few rows, so that none lies upon another or reaches over an edge. What finds none is
/// left out: the mark itself stays.
final class MarkLabels {
    private static final double BESIDE = 4;
    private static final double GAP = 12;

    /// Where a text goes.
    record Place(int row, double x, double width) {
        boolean touches(Place other) {
            return row == other.row && x < other.x + other.width + GAP && other.x < x + width + GAP;
        }
    }

    private MarkLabels() {
    }

    /// @param marks in the order of time
    /// @param positions of the marks
    /// @param widths of their texts
    /// @param rows how many there are, one above the other
    /// @return a place for each mark, null for none
    static List<@Nullable Place> places(List<TimeMark> marks, double[] positions, double[] widths, double left,
            double right, int rows) {
        var places = new ArrayList<@Nullable Place>();
        marks.forEach(_ -> places.add(null));
        var taken = new ArrayList<Place>();
        IntStream.range(0, marks.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> !marks.get(i).alert())
                        .thenComparing(Comparator.reverseOrder()))
                .forEach(i -> {
                    var place = free(taken, positions[i], widths[i], left, right, rows);
                    if (place != null) {
                        taken.add(place);
                        places.set(i, place);
                    }
                });
        return places;
    }

    private static @Nullable Place free(List<Place> taken, double mark, double width, double left, double right,
            int rows) {
        double x = mark + BESIDE + width <= right ? mark + BESIDE : mark - BESIDE - width;
        if (x < left || x + width > right) {
            return null;
        }
        for (int row = 0; row < rows; row++) {
            var place = new Place(row, x, width);
            if (taken.stream().noneMatch(place::touches)) {
                return place;
            }
        }
        return null;
    }
}

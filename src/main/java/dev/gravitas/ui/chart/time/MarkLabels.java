package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds room for the texts of marks in few rows, right or left of their lines, from which they hang like flags: none lies upon
/// another, upon the line on which another hangs, or reaches over an edge. What finds no room is left out: the mark itself stays.
final class MarkLabels {
    private static final double BESIDE = 4;
    private static final double GAP = 12;

    /// Where a text goes.
    ///
    /// @param line from which it hangs
    record Place(int row, double x, double width, double line) {
        /// Whether it stands left of its line.
        boolean before() {
            return x < line;
        }

        /// Its left edge, where it reaches to its line.
        double flagX() {
            return before() ? x : line;
        }

        /// How wide it is then.
        double flagWidth() {
            return width + BESIDE;
        }

        boolean touches(Place other) {
            return row == other.row
                    ? x < other.x + other.width + GAP && other.x < x + width + GAP
                    : row < other.row ? other.isCrossedBy(line) : isCrossedBy(other.line);
        }

        private boolean isCrossedBy(double otherLine) {
            return x - BESIDE < otherLine && otherLine < x + width + BESIDE;
        }
    }

    private MarkLabels() {
    }

    /// Where texts can go at all.
    private record Room(double left, double right, int rows) {
        Stream<Place> beside(double line, double width) {
            return DoubleStream.of(line + BESIDE, line - BESIDE - width)
                    .filter(x -> left <= x && x + width <= right)
                    .boxed()
                    .flatMap(x -> IntStream.range(0, rows).mapToObj(row -> new Place(row, x, width, line)));
        }
    }

    /// @param marks in the order of time
    /// @param positions of the marks
    /// @param widths of their texts
    /// @param rows how many there are, one above the other
    /// @return a place for each mark, null for none; alerts are served first, and the newest of them
    static List<@Nullable Place> places(List<TimeMark> marks, double[] positions, double[] widths, double left,
            double right, int rows) {
        var places = new ArrayList<@Nullable Place>();
        marks.forEach(_ -> places.add(null));
        var taken = new ArrayList<Place>();
        var room = new Room(left, right, rows);
        IntStream.range(0, marks.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> !marks.get(i).alert())
                        .thenComparing(Comparator.reverseOrder()))
                .forEach(i -> room.beside(positions[i], widths[i])
                        .filter(place -> taken.stream().noneMatch(place::touches))
                        .findFirst()
                        .ifPresent(place -> {
                            taken.add(place);
                            places.set(i, place);
                        }));
        return places;
    }
}

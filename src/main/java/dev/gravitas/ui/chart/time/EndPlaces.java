package dev.gravitas.ui.chart.time;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds room for texts that stand one below the other, each as near to its own height as the others let it. Pure.
final class EndPlaces {
    private EndPlaces() {
    }

    /// @param wanted upper edges, in any order
    /// @param row height of each text
    /// @param top of the room, and its bottom, in which all of them must have a place
    /// @return their upper edges, in the order of those wanted
    static double[] spread(double[] wanted, double row, double top, double bottom) {
        var order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .toList();
        var places = new double[wanted.length];
        double next = top;
        for (int i : order) {
            places[i] = Math.max(next, wanted[i]);
            next = places[i] + row;
        }
        double last = bottom - row;
        for (int i : order.reversed()) {
            places[i] = Math.min(last, places[i]);
            last = places[i] - row;
        }
        return places;
    }

    /// How many of them there is room for.
    static int most(double row, double top, double bottom) {
        return (int) Math.max(0, Math.floor((bottom - top) / row));
    }
}

package dev.gravitas.gpu;

import dev.gravitas.model.LockoutForecast;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramReading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Foresees a lockout from a steady loss of free memory. Loading a model is a step and no loss, so only the time since the last
/// step counts. The slope is the median of the slopes of all pairs of points (Theil 1950, Sen 1968), which a few outliers
/// do not move; its interval is Sen's, from the ranks of these slopes.
///
/// Says nothing rather than something doubtful: the loss must be certain, large enough to matter, and the interval narrow.
public final class LeakSlope {
    /// Points are medians over this time, or neighbours would not be independent.
    private static final Duration POINT = Duration.ofSeconds(20);
    private static final int FEWEST_POINTS = 15;
    private static final Duration LONGEST_GAP = Duration.ofSeconds(60);
    private static final long STEP = 256 * VramReading.MIB;
    private static final long LEAST_LOSS = 64 * VramReading.MIB;
    private static final Duration FARTHEST = Duration.ofHours(24);
    private static final double WIDEST = 3;
    /// Of the normal distribution, for 95 %.
    private static final double Z = 1.959964;

    private LeakSlope() {
    }

    private record Point(double seconds, double free) {}

    private record Slope(double low, double middle, double high) {}

    /// @param history oldest first
    /// @return empty where nothing trustworthy can be said
    public static Optional<LockoutForecast> forecast(List<VramPoint> history, long thresholdBytes) {
        var points = sinceLastStep(points(history));
        if (points.size() < FEWEST_POINTS) {
            return Optional.empty();
        }
        var slope = slope(points);
        double span = points.getLast().seconds() - points.getFirst().seconds();
        if (slope.high() >= 0 || -slope.middle() * span < LEAST_LOSS) {
            return Optional.empty();
        }
        double left = points.getLast().free() - thresholdBytes;
        return left <= 0 ? Optional.empty() : within(slope, left);
    }

    /// For how long readings must still come, without a step, before anything can be said; zero where there are enough.
    ///
    /// @param history oldest first
    public static Duration missing(List<VramPoint> history) {
        return POINT.multipliedBy(Math.max(0, FEWEST_POINTS - sinceLastStep(points(history)).size()));
    }

    private static Optional<LockoutForecast> within(Slope slope, double left) {
        Duration expected = seconds(left / -slope.middle());
        Duration earliest = seconds(left / -slope.low());
        double latest = left / -slope.high();
        if (expected.compareTo(FARTHEST) > 0 || latest > WIDEST * earliest.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(new LockoutForecast(-slope.middle() * 60 / VramReading.MIB, expected, earliest,
                seconds(latest)));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static List<Point> points(List<VramPoint> history) {
        var points = new ArrayList<Point>();
        var slot = new ArrayList<VramPoint>();
        for (var point : history) {
            if (!slot.isEmpty() && !point.at().isBefore(slot.getFirst().at().plus(POINT))) {
                points.add(median(slot));
                slot.clear();
            }
            slot.add(point);
        }
        if (!slot.isEmpty()) {
            points.add(median(slot));
        }
        return points;
    }

    private static Point median(List<VramPoint> slot) {
        double[] free = slot.stream().mapToDouble(VramPoint::freeBytes).sorted().toArray();
        return new Point(slot.get(slot.size() / 2).at().toEpochMilli() / 1000.0, free[free.length / 2]);
    }

    private static List<Point> sinceLastStep(List<Point> points) {
        for (int i = points.size() - 1; i > 0; i--) {
            var one = points.get(i - 1);
            var next = points.get(i);
            if (Math.abs(next.free() - one.free()) > STEP || next.seconds() - one.seconds() > LONGEST_GAP.toSeconds()) {
                // The point of the step itself may be a mixture.
                return points.subList(Math.min(i + 1, points.size()), points.size());
            }
        }
        return points;
    }

    private static Slope slope(List<Point> points) {
        int n = points.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[at++] = (points.get(j).free() - points.get(i).free())
                        / (points.get(j).seconds() - points.get(i).seconds());
            }
        }
        Arrays.sort(slopes);
        double spread = Z * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        int low = (int) Math.max(0, Math.floor((slopes.length - spread) / 2));
        int high = (int) Math.min(slopes.length - 1.0, Math.ceil((slopes.length + spread) / 2));
        return new Slope(slopes[low], slopes[slopes.length / 2], slopes[high]);
    }
}

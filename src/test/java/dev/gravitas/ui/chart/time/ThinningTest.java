package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class ThinningTest {
    private static final Look LOOK = new Look(0);

    private static TimeWindow span(long fromMs, long toMs) {
        return new TimeWindow(Instant.ofEpochMilli(fromMs), Instant.ofEpochMilli(toMs));
    }

    private static TimeRun run(double... values) {
        var times = new long[values.length];
        Arrays.setAll(times, i -> i);
        return TimeRun.of(times, values);
    }

    private static List<TimeRun> thin(TimeWindow span, int columns, TimeRun... runs) {
        return new Thinning(span, columns).of(new TimeLine("line", LOOK, List.of(runs))).runs();
    }

    private static TimeRun random(Random random, int size, int length) {
        var times = random.longs(size, 0, length).sorted().toArray();
        return TimeRun.of(times, random.doubles(size, -5, 50).toArray());
    }

    private static double[] extremes(TimeRun run, int column, int columns, int length) {
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < run.size(); i++) {
            if (run.atMs(i) * columns / length == column) {
                least = Math.min(least, run.value(i));
                most = Math.max(most, run.value(i));
            }
        }
        return new double[]{least, most};
    }

    @Test
    void neverLosesAnExtremeOfAColumnNorItsEndsNorItsOrder() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            int length = 1_000 + random.nextInt(5_000);
            int columns = 1 + random.nextInt(60);
            var run = random(random, 1 + random.nextInt(2_000), length);
            var thin = thin(span(0, length), columns, run).getFirst();
            for (int column = 0; column < columns; column++) {
                assertThat(extremes(thin, column, columns, length)).isEqualTo(extremes(run, column, columns, length));
            }
            assertThat(thin.firstMs()).isEqualTo(run.firstMs());
            assertThat(thin.value(0)).isEqualTo(run.value(0));
            assertThat(thin.lastMs()).isEqualTo(run.lastMs());
            assertThat(thin.value(thin.size() - 1)).isEqualTo(run.value(run.size() - 1));
            // Two a column, and two more where a column stands beside an empty one.
            assertThat(thin.size()).isLessThanOrEqualTo(4 * columns);
            assertThat(isPartInOrder(thin, run)).isTrue();
        }
    }

    private static boolean isPartInOrder(TimeRun part, TimeRun whole) {
        int at = 0;
        for (int i = 0; i < whole.size() && at < part.size(); i++) {
            at += part.atMs(at) == whole.atMs(i) && part.value(at) == whole.value(i) ? 1 : 0;
        }
        return at == part.size();
    }

    @Test
    void keepsRunsApart() {
        var random = new Random(12);
        for (int round = 0; round < 100; round++) {
            var runs = new ArrayList<TimeRun>();
            for (long at = 0; at < 10_000; at += 1_000) {
                long begin = at;
                int size = 1 + random.nextInt(300);
                runs.add(TimeRun.of(random.longs(size, 0, 900).sorted().map(ms -> begin + ms).toArray(),
                        random.doubles(size).toArray()));
            }
            var thin = thin(span(0, 10_000), 1 + random.nextInt(200), runs.toArray(TimeRun[]::new));
            assertThat(thin).hasSameSizeAs(runs);
            for (int i = 0; i < runs.size(); i++) {
                assertThat(thin.get(i).firstMs()).isEqualTo(runs.get(i).firstMs());
                assertThat(thin.get(i).lastMs()).isEqualTo(runs.get(i).lastMs());
            }
        }
    }

    @Test
    void keepsALevelLevelBesideAnEmptyColumn() {
        var run = TimeRun.of(new long[]{0, 1, 2, 90}, new double[]{4, 9, 4, 4});
        assertThat(thin(span(0, 100), 10, run)).containsExactly(run);
    }

    @Test
    void keepsOnlyTheNearestPointsOutsideTheSpan() {
        var times = new TreeMap<Long, Double>();
        for (long at = 0; at < 1_000; at++) {
            times.put(at, (double) at);
        }
        var run = TimeRun.of(times.keySet().stream().mapToLong(Long::longValue).toArray(),
                times.values().stream().mapToDouble(Double::doubleValue).toArray());
        var thin = thin(span(400, 500), 1_000, run).getFirst();
        assertThat(thin.firstMs()).isEqualTo(399);
        assertThat(thin.lastMs()).isEqualTo(501);
        assertThat(thin(span(2_000, 3_000), 10, run)).isEmpty();
    }

    @Test
    void leavesAShortLineAsItIs() {
        var run = run(1, 2, 3);
        assertThat(thin(span(0, 3), 800, run).getFirst()).isSameAs(run);
    }
}

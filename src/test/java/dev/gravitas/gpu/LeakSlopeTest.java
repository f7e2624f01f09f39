package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.model.VramPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

class LeakSlopeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MIB = 1 << 20;
    private static final long TOTAL = 24_576 * MIB;
    private static final long THRESHOLD = 1_228 * MIB;

    /// A second each, free MiB by the second.
    private static List<VramPoint> history(int seconds, IntToDoubleFunction freeMib) {
        var points = new ArrayList<VramPoint>();
        for (int second = 0; second < seconds; second++) {
            points.add(new VramPoint(START.plusSeconds(second), (long) (freeMib.applyAsDouble(second) * MIB), TOTAL));
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void foreseesALockoutFromASteadyLoss(long seed) {
        var random = new Random(seed);
        // 30 MiB a minute, from 8,000 MiB.
        var found = LeakSlope.forecast(history(1_800, s -> 8_000 - s * 0.5 + random.nextGaussian() * 20), THRESHOLD);
        assertThat(found).isPresent();
        assertThat(found.get().mibPerMinute()).isCloseTo(30, within(2.0));
        var truth = Duration.ofSeconds((long) ((8_000 - 900 - 1_228) / 0.5));
        assertThat(found.get().earliest()).isLessThanOrEqualTo(truth.plusSeconds(120));
        assertThat(found.get().latest()).isGreaterThanOrEqualTo(truth.minusSeconds(120));
        assertThat(found.get().expected()).isBetween(found.get().earliest(), found.get().latest());
    }

    @Test
    void doesNotTakeTheLoadingOfModelsForALoss() {
        var random = new Random(1);
        assertThat(LeakSlope.forecast(
                history(3_600, s -> 20_000 - s / 900 * 4_000.0 + random.nextGaussian() * 10), THRESHOLD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void saysNothingWhereMemoryOnlyWavers(long seed) {
        var random = new Random(seed);
        assertThat(LeakSlope.forecast(history(3_600, s -> 8_000 + random.nextGaussian() * 50), THRESHOLD)).isEmpty();
    }

    @Test
    void findsALossBehindALoad() {
        var found = LeakSlope.forecast(history(2_400, s -> s < 600 ? 20_000 : 8_000 - (s - 600) * 0.5), THRESHOLD);
        assertThat(found).isPresent();
        assertThat(found.get().mibPerMinute()).isCloseTo(30, within(1.0));
    }

    @Test
    void saysNothingFromAFewMinutes() {
        assertThat(LeakSlope.forecast(history(240, s -> 8_000 - s), THRESHOLD)).isEmpty();
        assertThat(LeakSlope.forecast(List.of(), THRESHOLD)).isEmpty();
    }

    @Test
    void saysHowLongReadingsMustStillComeSinceTheLastStep() {
        assertThat(LeakSlope.missing(List.of())).isEqualTo(Duration.ofMinutes(5));
        assertThat(LeakSlope.missing(history(240, s -> 8_000 - s))).isEqualTo(Duration.ofMinutes(1));
        assertThat(LeakSlope.missing(history(600, s -> 8_000 - s))).isZero();
        assertThat(LeakSlope.missing(history(600, s -> s < 500 ? 20_000 : 8_000)))
                .isBetween(Duration.ofSeconds(180), Duration.ofSeconds(240));
    }

    @Test
    void isNotMovedByAFewOutliers() {
        var found = LeakSlope.forecast(history(1_800, s -> 8_000 - s * 0.5 + (s % 37 == 0 ? 200 : 0)), THRESHOLD);
        assertThat(found).isPresent();
        assertThat(found.get().mibPerMinute()).isCloseTo(30, within(1.5));
    }
}

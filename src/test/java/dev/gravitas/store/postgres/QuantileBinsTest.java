package dev.gravitas.store.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.Quantiles;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

class QuantileBinsTest {
    private static final Percentage PROMISED = Percentage.withPercentage(100 * Quantiles.RELATIVE_ERROR + 1e-9);

    @Test
    void staysWithinThePromisedErrorOfNearestRank() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] figures = random.doubles(1 + random.nextInt(500)).map(u -> Math.exp(40 * u - 20)).toArray();
            Arrays.sort(figures);
            QuantileBins bins = bins(figures);
            for (double share : new double[]{0.5, 0.95, 0.99}) {
                double exact = figures[(int) Math.ceil(share * figures.length) - 1];
                assertThat(bins.at(share)).as("seed %d, share %s", seed, share).isCloseTo(exact, PROMISED);
            }
        }
    }

    @Test
    void tellsASingleFigureExactly() {
        assertThat(bins(12.345).at(0.5)).isEqualTo(12.345);
    }

    @Test
    void countsZerosBeforeAllOthers() {
        QuantileBins bins = bins(0, 0, 0, 7);
        assertThat(bins.at(0.5)).isZero();
        assertThat(bins.at(0.99)).isCloseTo(7, PROMISED);
    }

    @Test
    void addsUpABinThatComesTwice() {
        byte[] entries = ByteBuffer.allocate(18)
                .putShort((short) 5)
                .putInt(1)
                .putShort((short) 90)
                .putInt(3)
                .putShort((short) 5)
                .putInt(9)
                .array();
        assertThat(requireNonNull(QuantileBins.of(entries, 0, 100)).at(0.7)).isLessThan(2);
    }

    @Test
    void hasNothingToTellOfNoFigures() {
        assertThat(QuantileBins.of(null, 0, 0)).isNull();
        assertThat(QuantileBins.of(new byte[0], 0, 0)).isNull();
    }

    private static QuantileBins bins(double... figures) {
        ByteBuffer entries = ByteBuffer.allocate(6 * figures.length);
        for (double figure : figures) {
            int bin = figure == 0 ? Short.MIN_VALUE : (int) Math.ceil(Math.log(figure) / QuantileBins.LN_GAMMA);
            entries.putShort((short) bin).putInt(1);
        }
        return requireNonNull(QuantileBins.of(entries.array(), Arrays.stream(figures).min().orElseThrow(),
                Arrays.stream(figures).max().orElseThrow()));
    }
}

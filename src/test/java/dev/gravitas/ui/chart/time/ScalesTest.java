package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.chart.ModelColours;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

class ScalesTest {
    @Test
    void stepsAreRoundCoverTheDataAndStartAtZero() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var max = Math.pow(10, random.nextDouble() * 9 - 4);
            var most = 2 + random.nextInt(10);
            var scale = NiceScale.covering(max, most);
            assertThat(scale.top()).isGreaterThanOrEqualTo(max * (1 - 1e-6));
            assertThat(scale.steps()).isBetween(1, most);
            var digit = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step()) + 1e-9));
            assertThat(List.of(1L, 2L, 5L)).contains(Math.round(digit));
            assertThat(scale.ticks().getFirst()).isZero();
        }
    }

    @Test
    void labelsNeverMixDecimals() {
        assertThat(NiceScale.covering(35, 7)).isEqualTo(new NiceScale(5, 7));
        assertThat(NiceScale.covering(0.7, 4).decimals()).isEqualTo(1);
        assertThat(NiceScale.covering(0, 4).top()).isEqualTo(1);
    }

    @Test
    void theNewestDayIsAlwaysNamed() {
        var last = LocalDate.parse("2026-11-23");
        for (int most = 1; most < 70; most++) {
            var ticks = DayTicks.between(last.minusDays(59), last, most);
            assertThat(ticks).hasSizeLessThanOrEqualTo(most).isSorted();
            assertThat(ticks.getLast()).isEqualTo(last);
        }
    }

    @Test
    void aModelKeepsItsLookAndTheFirstSixDiffer() {
        var colours = new ModelColours();
        colours.seen(List.of("a", "b", "c", "d", "e", "f", "g"));
        assertThat(List.of("a", "b", "c", "d", "e", "f").stream().map(name -> colours.of(name).colourClass()))
                .doesNotHaveDuplicates();
        assertThat(colours.of("g").classes()).isNotEqualTo(colours.of("a").classes());
        colours.seen(List.of("g", "z", "a"));
        assertThat(colours.of("a")).isEqualTo(new ModelColours.Look(0));
    }
}

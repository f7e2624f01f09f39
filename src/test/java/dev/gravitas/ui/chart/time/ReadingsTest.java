package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class ReadingsTest {
    private static final Duration REACH = Duration.ofMillis(5);

    private static Instant ms(long at) {
        return Instant.ofEpochMilli(at);
    }

    private static TimeLine line(String name, int look, TimeRun... runs) {
        return new TimeLine(name, new Look(look), List.of(runs));
    }

    private static TimeRun run(long from, double... values) {
        return TimeRun.of(IntStream.range(0, values.length).mapToLong(i -> from + 10L * i).toArray(), values);
    }

    private static Readings two() {
        return new Readings(List.of(line("low", 0, run(0, 1, 2, 3), run(100, 4)), line("high", 1, run(0, 7, 8, 9))));
    }

    @Test
    void tellsTheNearestReadingHighestFirst() {
        assertThat(two().at(ms(14), REACH)).containsExactly(new Readings.Reading("high", new Look(1), 8),
                new Readings.Reading("low", new Look(0), 2));
    }

    @Test
    void tellsNothingInAGap() {
        assertThat(two().at(ms(60), REACH)).isEmpty();
        assertThat(two().at(ms(97), REACH)).extracting(Readings.Reading::name).containsExactly("low");
    }

    @Test
    void stepsFromReadingToReadingOverGaps() {
        assertThat(two().from(ms(21))).contains(ms(100));
        assertThat(two().until(ms(99))).contains(ms(20));
        assertThat(two().from(ms(101))).isEmpty();
        assertThat(two().until(ms(-1))).isEmpty();
    }

    @Test
    void countsWhenALevelIsReached() {
        var steps = line("gpu", 0, TimeRun.of(new long[]{0, 90, 90, 100}, new double[]{2, 2, 12, 12}),
                TimeRun.of(new long[]{200, 210}, new double[]{3, 11}));
        var levels = List.of(new TimeLevel(10, List.of(new Look(0)), "lockout"),
                new TimeLevel(2.5, List.of(new Look(1)), "of another"));
        var figures = LineFigures.of(steps, new TimeWindow(ms(0), ms(1_000)), levels).orElseThrow();
        assertThat(figures.mean()).isEqualTo(7);
        assertThat(figures.crossings()).isEqualTo(2);
        assertThat(figures.least()).isEqualTo(2);
        assertThat(figures.most()).isEqualTo(12);
        assertThat(figures.last()).isEqualTo(11);
    }

    @Test
    void tellsTheTrendAndOnlyOfTheSpan() {
        var rising = line("m", 0, run(0, 9, 10, 11, 500));
        var figures = LineFigures.of(rising, new TimeWindow(ms(0), ms(25)), List.of()).orElseThrow();
        assertThat(figures.change()).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(figures.most()).isEqualTo(11);
        assertThat(LineFigures.of(rising, new TimeWindow(ms(50), ms(60)), List.of())).isEmpty();
        assertThat(LineFigures.of(line("m", 0, run(0, 1, 2)), new TimeWindow(ms(0), ms(60)), List.of())
                .orElseThrow()
                .change()).isNull();
    }

    @Test
    void breaksDaysWhereOneIsMissing() {
        var runs = TimePicture.days(LocalDate.parse("2026-11-20"), Arrays.asList(1.0, null, 2.0, 3.0));
        assertThat(runs).extracting(TimeRun::size).containsExactly(1, 2);
        assertThat(ms(runs.getFirst().firstMs())).isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void drawsTheFirstSixAndThenWhatWasPicked() {
        var all = IntStream.range(0, 8).mapToObj(i -> line("gpu" + i, i, run(0, i))).toList();
        var pick = new LinePick();
        assertThat(pick.drawn(all)).extracting(TimeLine::name)
                .containsExactly("gpu0", "gpu1", "gpu2", "gpu3", "gpu4", "gpu5");
        assertThat(pick.listed(all)).hasSize(6);
        pick.add("gpu7", all);
        assertThat(pick.drawn(all)).as("a full chart takes no more").hasSize(6).doesNotContain(all.get(7));
        pick.isolate("gpu7", all);
        assertThat(pick.drawn(all)).containsExactly(all.get(7));
        assertThat(pick.listed(all)).as("it is in the legend beside the first six").hasSize(7).contains(all.get(7));
        pick.add("gpu2", all);
        assertThat(pick.drawn(all)).containsExactly(all.get(2), all.get(7));
        pick.add("gpu7", all);
        pick.add("gpu2", all);
        assertThat(pick.drawn(all)).as("the last one stays").containsExactly(all.get(2));
        pick.isolate("gpu2", all);
        assertThat(pick.drawn(all)).hasSize(6);
    }

    @Test
    void drawsTheFirstSixWhereWhatWasPickedIsGone() {
        var pick = new LinePick();
        pick.isolate("gone", List.of(line("gone", 0, run(0, 1)), line("here", 1, run(0, 1))));
        assertThat(pick.drawn(List.of(line("here", 1, run(0, 1))))).hasSize(1);
    }
}

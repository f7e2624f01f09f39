package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class TimePictureTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static TimeWindow span(int from, int to) {
        return new TimeWindow(at(from), at(to));
    }

    private static TimeLine line(TimeWindow... runs) {
        var look = new ModelColours().of("gpu");
        return TimeLine.of("gpu", look, Arrays.stream(runs)
                .map(run -> List.of(new TimePoint(run.from(), 1), new TimePoint(run.to(), 1)))
                .toList());
    }

    private static List<TimeWindow> gaps(TimeWindow shown, TimeLine... lines) {
        return new TimePicture(new Quantity("Used VRAM", "GiB", 1), Grain.MOMENTS, span(0, 60), 1, List.of(lines),
                List.of(), List.of()).gaps(shown);
    }

    @Test
    void hasGapsWhereNoLineKnowsAnything() {
        assertThat(gaps(span(0, 60), line(span(5, 10), span(30, 40)), line(span(8, 20), span(32, 35))))
                .containsExactly(span(0, 5), span(20, 30), span(40, 60));
    }

    @Test
    void hasNoGapsThatNobodyCouldSee() {
        var pixel = new TimeWindow(at(0), at(30).minusSeconds(10));
        assertThat(gaps(span(0, 60), line(pixel, span(30, 60)))).isEmpty();
    }

    @Test
    void saysNothingOfGapsWithoutALine() {
        assertThat(gaps(span(0, 60))).isEmpty();
    }

    @Test
    void showsOfAGapWhatLiesInTheSpan() {
        assertThat(gaps(span(22, 35), line(span(5, 20), span(30, 40)))).containsExactly(span(22, 30));
    }

    @Test
    void hatchesNoSliceInWhichNothingHappened() {
        var runs = TimePicture.slices(Grain.QUARTERS, at(0), Arrays.asList(1.0, null, 2.0, 3.0));
        var picture = TimePicture.sliced(new Quantity("Efficiency", "ms/token", 1), Grain.QUARTERS, span(0, 60),
                List.of(new TimeLine("m", new ModelColours().of("m"), runs)));
        assertThat(picture.gaps(span(0, 60))).isEmpty();
        assertThat(picture.lines().getFirst().runs()).as("but breaks the line").hasSize(2);
    }

    @Test
    void tellsTheSliceOfAReadingAndNotItsMiddle() {
        var words = new ChartWords(new Quantity("Efficiency", "ms/token", 1), Grain.QUARTERS,
                new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH));
        assertThat(words.moment(at(22))).isEqualTo("23 Nov 12:15 to 12:30, UTC");
        assertThat(words.span(span(0, 60))).isEqualTo("2026-11-23 12:00:00 +00:00 to 2026-11-23 13:00:00 +00:00");
    }
}

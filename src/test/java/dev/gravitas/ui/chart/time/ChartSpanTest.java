package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

class ChartSpanTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final TimeWindow HOUR = minutes(0, 60);

    private final ChartSpan span = new ChartSpan(HOUR, LEAST);

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static TimeWindow minutes(int from, int to) {
        return new TimeWindow(at(from), at(to));
    }

    private TimeWindow shown() {
        return span.shown().get();
    }

    @Test
    void zoomsToASelectionDrawnEitherWay() {
        span.zoomTo(at(30), at(10));
        assertThat(shown()).isEqualTo(minutes(10, 30));
        assertThat(span.zoomed()).isTrue();
    }

    @Test
    void widensASelectionThatIsTooShortAroundItsMiddle() {
        span.zoomTo(at(30), at(30));
        assertThat(shown()).isEqualTo(new TimeWindow(at(30).minusSeconds(5), at(30).plusSeconds(5)));
    }

    @Test
    void keepsASelectionInsideTheWindow() {
        span.zoomTo(at(-20), at(20));
        assertThat(shown()).isEqualTo(minutes(0, 20));
        span.reset();
        span.zoomTo(at(60), at(70));
        assertThat(shown()).isEqualTo(new TimeWindow(at(60).minus(LEAST), at(60)));
    }

    @Test
    void keepsTheMomentUnderThePointerWhereItIs() {
        span.zoom(0.5, at(15));
        assertThat(shown()).isEqualTo(new TimeWindow(at(7).plusSeconds(30), at(37).plusSeconds(30)));
    }

    @Test
    void goesBackOverARunOfTheWheelAtOnce() {
        span.zoomTo(at(10), at(50));
        for (int i = 0; i < 5; i++) {
            span.zoom(0.8, at(30));
        }
        span.pan(0.1);
        span.pan(0.1);
        span.back();
        assertThat(Duration.between(shown().from(), shown().to())).isBetween(Duration.ofMinutes(13),
                Duration.ofMinutes(14));
        span.back();
        assertThat(shown()).isEqualTo(minutes(10, 50));
        span.back();
        assertThat(shown()).isEqualTo(HOUR);
        assertThat(span.hasBefore()).isFalse();
        span.back();
        assertThat(shown()).isEqualTo(HOUR);
    }

    @Test
    void goesBackToWhereItWasBeforeAll() {
        span.zoomTo(at(10), at(20));
        span.reset();
        assertThat(span.zoomed()).isFalse();
        span.back();
        assertThat(shown()).isEqualTo(minutes(10, 20));
    }

    @Test
    void movesOnWithTheWindowWhereAllIsShownAndStaysWhereItIsZoomed() {
        span.cover(minutes(1, 61), LEAST);
        assertThat(shown()).isEqualTo(minutes(1, 61));
        span.zoomTo(at(20), at(30));
        span.cover(minutes(2, 62), LEAST);
        assertThat(shown()).isEqualTo(minutes(20, 30));
        span.cover(minutes(25, 85), LEAST);
        assertThat(shown()).as("what the window has left is not shown").isEqualTo(minutes(25, 35));
    }

    @Test
    void showsAllOfAnotherWindow() {
        span.zoomTo(at(20), at(30));
        span.cover(minutes(-1_380, 60), LEAST);
        assertThat(shown()).isEqualTo(minutes(-1_380, 60));
        assertThat(span.hasBefore()).isFalse();
    }

    @Test
    void staysZoomedInAWindowThatGrows() {
        span.zoomTo(at(20), at(30));
        span.cover(minutes(0, 61), LEAST);
        assertThat(shown()).isEqualTo(minutes(20, 30));
    }

    @Test
    void isNeverEmptyTurnedRoundTooShortOrOutside() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(5)) {
                case 0 -> span.zoomTo(at(random.nextInt(200) - 70), at(random.nextInt(200) - 70));
                case 1 -> span.zoom(Math.pow(2, random.nextGaussian() * 3), at(random.nextInt(200) - 70));
                case 2 -> span.pan(random.nextGaussian());
                case 3 -> span.back();
                default -> span.reset();
            }
            assertThat(Duration.between(shown().from(), shown().to())).isGreaterThanOrEqualTo(LEAST);
            assertThat(shown().from()).isAfterOrEqualTo(HOUR.from());
            assertThat(shown().to()).isBeforeOrEqualTo(HOUR.to());
        }
    }

    @Test
    void showsAllOfAWindowThatIsShorterThanTheShortest() {
        var second = new TimeWindow(NOON, NOON.plusSeconds(1));
        span.cover(second, LEAST);
        span.zoom(0.1, NOON);
        span.zoomTo(NOON, NOON);
        span.pan(1);
        assertThat(shown()).isEqualTo(second);
    }
}

package dev.gravitas.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimeWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void looksForRowsOfThisVeryMomentAndTellsOfNoFuture() {
        var window = TimeWindow.last(Duration.ofHours(1), NOW);
        assertThat(window.to()).isAfter(NOW);
        assertThat(window.until(NOW)).isEqualTo(new TimeWindow(NOW.minusSeconds(3600), NOW));
    }

    @Test
    void leavesAWindowThatIsOverOrStillToComeAlone() {
        var over = new TimeWindow(NOW.minusSeconds(9), NOW.minusSeconds(5));
        assertThat(over.until(NOW)).isEqualTo(over);
        var later = new TimeWindow(NOW.plusSeconds(5), NOW.plusSeconds(9));
        assertThat(later.until(NOW)).isEqualTo(later);
    }
}

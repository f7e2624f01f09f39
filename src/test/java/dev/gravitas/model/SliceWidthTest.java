package dev.gravitas.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class SliceWidthTest {
    @ParameterizedTest
    @CsvSource({"PT1H, QUARTER", "PT15H, QUARTER", "PT16H, HOUR", "PT24H, HOUR", "PT61H, SIX_HOURS", "P15D, SIX_HOURS",
            "P16D, DAY", "P400D, DAY"})
    void isAsShortAsSixtyPointsAllow(Duration span, SliceWidth width) {
        assertThat(SliceWidth.of(span)).isEqualTo(width);
    }

    @Test
    void takesWholeSlicesOfAWindow() {
        var window = new TimeWindow(Instant.parse("2026-11-20T08:15:01Z"), Instant.parse("2026-11-21T18:00:00Z"));
        assertThat(SliceWidth.QUARTER.whole(window)).isEqualTo(
                new TimeWindow(Instant.parse("2026-11-20T08:15:00Z"), Instant.parse("2026-11-21T18:00:00Z")));
        assertThat(SliceWidth.SIX_HOURS.whole(window)).isEqualTo(
                new TimeWindow(Instant.parse("2026-11-20T06:00:00Z"), Instant.parse("2026-11-21T18:00:00Z")));
        assertThat(SliceWidth.DAY.whole(window)).isEqualTo(
                new TimeWindow(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z")));
    }
}

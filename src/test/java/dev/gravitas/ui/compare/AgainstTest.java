package dev.gravitas.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.filter.WindowChoice.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;

class AgainstTest {
    private static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-11-20T06:00:00Z"),
            Instant.parse("2026-11-20T18:00:00Z"));
    private static final Range WRITTEN = new Range(Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-11-02T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({"BEFORE, 2026-11-19T18:00:00Z, 2026-11-20T06:00:00Z", "DAY, 2026-11-19T06:00:00Z, 2026-11-19T18:00:00Z",
            "WEEK, 2026-11-13T06:00:00Z, 2026-11-13T18:00:00Z", "SPAN, 2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z"})
    void isTheOtherTimeOfAWindow(Against against, Instant from, Instant to) {
        assertThat(against.of(WINDOW, Optional.of(WRITTEN))).isEqualTo(new TimeWindow(from, to));
    }
}

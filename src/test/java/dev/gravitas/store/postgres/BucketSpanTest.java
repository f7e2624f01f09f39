package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class BucketSpanTest {
    @Test
    void takesWholeDaysInTheMiddleAndWholeBucketsAround() {
        BucketSpan span = span("2026-11-20T10:07:00Z", "2026-11-24T09:59:59Z");
        assertThat(span.headEnd()).isEqualTo(at("2026-11-20T10:15:00Z"));
        assertThat(span.firstBucket()).isEqualTo(at("2026-11-20T10:15:00Z"));
        assertThat(span.firstDay()).isEqualTo(at("2026-11-21T00:00:00Z"));
        assertThat(span.endDay()).isEqualTo(at("2026-11-24T00:00:00Z"));
        assertThat(span.endBucket()).isEqualTo(at("2026-11-24T09:45:00Z"));
    }

    @Test
    void takesWholeMinutesOfTheBucketThatItsStartCuts() {
        BucketSpan span = span("2026-11-20T10:07:30Z", "2026-11-24T09:59:59Z");
        assertThat(span.headBucket()).isEqualTo(at("2026-11-20T10:00:00Z"));
        assertThat(span.headMinute()).isEqualTo(at("2026-11-20T10:08:00Z"));
    }

    @Test
    void hasNoWholeMinuteInTheLastOneOfABucket() {
        BucketSpan span = span("2026-11-20T10:14:30Z", "2026-11-24T09:59:59Z");
        assertThat(span.headMinute()).isEqualTo(span.headEnd()).isEqualTo(at("2026-11-20T10:15:00Z"));
    }

    @Test
    void hasNoWholeDayWithinADay() {
        BucketSpan span = span("2026-11-23T10:07:00Z", "2026-11-24T10:07:00Z");
        assertThat(span.firstDay()).isEqualTo(span.endDay()).isEqualTo(span.endBucket());
    }

    @Test
    void readsOnlyRowsWithinABucket() {
        BucketSpan span = span("2026-11-24T10:01:00Z", "2026-11-24T10:09:00Z");
        assertThat(span.headEnd()).isEqualTo(span.headMinute()).isEqualTo(span.to());
        assertThat(span.firstBucket()).isEqualTo(span.endBucket()).isEqualTo(span.to());
    }

    @Test
    void needsNoRowsWhereAWindowLiesOnTheGrid() {
        BucketSpan span = span("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z");
        assertThat(span.headEnd()).isEqualTo(span.from());
        assertThat(span.endBucket()).isEqualTo(span.to());
    }

    @Test
    void cutsTimesThatNoClockShows() {
        BucketSpan span = span("-1000000-01-01T00:00:00Z", "+1000000-01-01T00:00:00Z");
        assertThat(span.from()).isEqualTo(at("2000-01-01T00:00:00Z"));
        assertThat(span.endBucket()).isEqualTo(at("2100-01-01T00:00:00Z"));
    }

    private static BucketSpan span(String from, String to) {
        return BucketSpan.of(new TimeWindow(at(from), at(to)));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}

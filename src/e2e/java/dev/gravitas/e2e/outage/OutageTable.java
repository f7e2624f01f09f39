package dev.gravitas.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/// What every outage must come to.
final class OutageTable {
    /// Seconds in the daily run, a minute where it is asked for.
    static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("gravitas.outage.seconds", 3));

    /// Ten seconds are promised; the rest is for a busy machine.
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(12);
    private static final long HEAP_LIMIT = 48_000_000;
    private static final int DRAIN_FACTOR = 5;

    private OutageTable() {
    }

    static void assertPassed(OutageReport report) {
        assertThat(report.comparison().holds()).as(report.comparison().details()).isTrue();
        assertThat(report.mostSpooled()).as("spooled, or it was no outage").isPositive();
        assertThat(report.unbalanced()).as("looks at which the counters did not add up").isZero();
        assertThat(report.slowestAnswer()).isLessThan(ANSWER_LIMIT);
        assertThat(report.heapGrowth()).isLessThan(HEAP_LIMIT);
        if (report.drain().hasRate()) {
            assertThat(report.drain().eventsPerSecond()).isGreaterThan(DRAIN_FACTOR * SteadyLoad.EVENTS_PER_SECOND);
        }
    }

    static void print(List<OutageReport> reports) {
        System.out.println(OutageReport.HEAD);
        reports.forEach(System.out::println);
    }
}

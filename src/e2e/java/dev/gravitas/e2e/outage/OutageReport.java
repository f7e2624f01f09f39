package dev.gravitas.e2e.outage;

import dev.gravitas.e2e.oracle.Comparison;
import dev.gravitas.e2e.outage.CounterWatch.Drain;

import java.time.Duration;
import java.util.Locale;

/// What an outage came to.
///
/// @param declined events that completed `false`
/// @param slowestAnswer of all futures
/// @param back from the healing until the spool was empty
/// @param heapGrowth bytes after garbage collection at the end of the outage, compared with before it
/// @param unbalanced looks at the counters that did not add up, of `looks`
record OutageReport(String name, Duration length, Comparison comparison, long declined, Duration slowestAnswer,
        long mostSpooled, long mostPending, Drain drain, Duration back, long heapGrowth, long unbalanced, int looks) {

    static final String HEAD = String.format(Locale.ROOT, "%-18s %5s %8s %5s %7s %8s %7s %8s %8s %8s %10s %6s %8s",
            "outage", "s",
            "acked", "lost", "doubled", "disorder", "false", "slowest", "spooled", "pending", "drain ev/s", "back",
            "heap MB");

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-18s %5d %8d %5d %7d %8d %7d %7.1fs %8d %8d %10s %5.1fs %+8.1f", name,
                length.toSeconds(), comparison.acknowledged(), comparison.lost().size(), comparison.doubled().size(),
                comparison.disordered().size(), declined, slowestAnswer.toMillis() / 1e3, mostSpooled, mostPending,
                !drain.hasRate() ? "at once" : String.format(Locale.ROOT, "%.0f", drain.eventsPerSecond()),
                back.toMillis() / 1e3, heapGrowth / 1e6);
    }
}

package dev.gravitas.e2e.outage;

import dev.gravitas.model.LoggerCounters;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at a logger's counters many times a second.
final class CounterWatch implements AutoCloseable {
    private static final int PERIOD_MILLIS = 10;

    private final TelemetryLogger logger;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Sample> samples = new ArrayList<>();
    private long unbalanced;

    /// Counters at a moment.
    record Sample(long nanos, long stored, long spooled, long pending) {}

    CounterWatch(TelemetryLogger logger) {
        this.logger = logger;
        var _ = timer.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        var counters = logger.counters();
        samples.add(new Sample(System.nanoTime(), counters.stored(), counters.spooled(), counters.pending()));
        if (!counters.addUp()) {
            unbalanced++;
        }
    }

    LoggerCounters now() {
        return logger.counters();
    }

    /// How many looks found that accepted = stored + spooled + pending + dropped does not hold.
    synchronized long unbalanced() {
        return unbalanced;
    }

    synchronized int looks() {
        return samples.size();
    }

    synchronized long mostSpooled() {
        return samples.stream().mapToLong(Sample::spooled).max().orElse(0);
    }

    synchronized long mostPending() {
        return samples.stream().mapToLong(Sample::pending).max().orElse(0);
    }

    /// How fast the spool was emptied after a moment, from its first step to its last.
    Drain drainSince(long nanos) {
        var later = since(nanos);
        int first = 1;
        while (first < later.size() && later.get(first).stored() == later.get(first - 1).stored()) {
            first++;
        }
        int last = first;
        while (last < later.size() && later.get(last).spooled() > 0) {
            last++;
        }
        if (last >= later.size() || first == last) {
            return new Drain(0, Duration.ZERO);
        }
        return new Drain(later.get(last).stored() - later.get(first).stored(),
                Duration.ofNanos(later.get(last).nanos() - later.get(first).nanos()));
    }

    private synchronized List<Sample> since(long nanos) {
        return samples.stream().filter(sample -> sample.nanos() >= nanos).toList();
    }

    /// What was brought in after the first step, and how long that took.
    record Drain(long events, Duration time) {
        // The replay takes so many at a time; a smaller rest says nothing about its rate.
        private static final int ROUND = LoggerLimits.DEFAULT.batchSize();

        boolean hasRate() {
            return events >= ROUND;
        }

        double eventsPerSecond() {
            return events * 1e9 / time.toNanos();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

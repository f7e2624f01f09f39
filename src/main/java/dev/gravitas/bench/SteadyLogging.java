package dev.gravitas.bench;

import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Logs at a steady rate from many threads and times how long a call takes its caller, and how long it takes until its
/// event is durable.
final class SteadyLogging {
    private final TelemetryLogger logger;
    private final ThreadFactory threads;
    private final Latencies calls = new Latencies();
    private final Latencies acknowledgements = new Latencies();
    private final LongAdder failed = new LongAdder();

    SteadyLogging(TelemetryLogger logger, ThreadFactory threads) {
        this.logger = logger;
        this.threads = threads;
    }

    void run(Duration length, long seed) {
        long events = length.toMillis() * BenchPlan.EVENTS_PER_SECOND / 1_000;
        long start = System.nanoTime();
        List<Thread> running = new ArrayList<>();
        for (int thread = 0; thread < BenchPlan.THREADS; thread++) {
            int first = thread;
            running.add(threads.newThread(() -> produce(first, events, start, seed + first)));
        }
        running.forEach(Thread::start);
        while (acknowledgements.count() + failed.sum() < events) {
            LockSupport.parkNanos(1_000_000);
        }
        if (failed.sum() > 0) {
            throw new IllegalStateException(failed.sum() + " events were not acknowledged: " + logger.counters());
        }
    }

    private void produce(int first, long events, long start, long seed) {
        var workload = new Workload(seed, Workload.MODELS.size());
        for (long event = first; event < events; event += BenchPlan.THREADS) {
            long due = start + event * 1_000_000_000 / BenchPlan.EVENTS_PER_SECOND;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            log(workload.thought());
        }
    }

    private void log(WorkloadEvent.Thought event) {
        long start = System.nanoTime();
        var answer = event.logTo(logger);
        calls.add(System.nanoTime() - start);
        answer.thenAccept(durable -> {
            if (durable) {
                acknowledgements.add(System.nanoTime() - start);
            } else {
                failed.increment();
            }
        });
    }

    Latencies calls() {
        return calls;
    }

    Latencies acknowledgements() {
        return acknowledgements;
    }
}

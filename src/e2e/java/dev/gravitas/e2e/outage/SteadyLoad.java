package dev.gravitas.e2e.outage;

import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.e2e.oracle.NumberedEvents;
import dev.gravitas.e2e.oracle.Told;
import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Some threads that log at a steady rate, whatever becomes of it, and what they were told.
final class SteadyLoad {
    static final int EVENTS_PER_SECOND = 500;
    private static final int THREADS = 2;
    private static final int BURST = 5;
    private static final Duration PERIOD = Duration.ofMillis(1_000L * BURST * THREADS / EVENTS_PER_SECOND);

    private final TelemetryLogger logger;
    private final Set<EventId> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong declined = new AtomicLong();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final Phaser unanswered = new Phaser(1);
    private final List<Thread> threads;
    private final Map<Integer, Long> last = new HashMap<>();
    private volatile boolean stopped;

    private SteadyLoad(TelemetryLogger logger, long run) {
        this.logger = logger;
        this.threads = IntStream.range(0, THREADS)
                .mapToObj(number -> Thread.ofPlatform()
                        .daemon()
                        .unstarted(() -> produce(new EventId(number, run * EventId.NUMBERS_PER_RUN))))
                .toList();
    }

    /// @param run sets its events apart from those of other loads
    static SteadyLoad start(TelemetryLogger logger, long run) {
        var load = new SteadyLoad(logger, run);
        load.threads.forEach(Thread::start);
        return load;
    }

    private void produce(EventId first) {
        var number = first.number();
        for (var due = System.nanoTime(); !stopped; due += PERIOD.toNanos()) {
            LockSupport.parkNanos(due - System.nanoTime());
            for (int i = 0; i < BURST; i++) {
                log(new EventId(first.thread(), number++));
            }
        }
        synchronized (last) {
            last.put(first.thread(), number - 1);
        }
    }

    private void log(EventId id) {
        var _ = unanswered.register();
        var start = System.nanoTime();
        NumberedEvents.log(logger, id).whenComplete((durable, failure) -> {
            slowestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
            if (failure == null && durable) {
                acknowledged.add(id);
            } else {
                declined.incrementAndGet();
            }
            unanswered.arriveAndDeregister();
        });
    }

    /// Ends it and waits for every answer.
    void stop() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join();
        }
        var _ = unanswered.arriveAndAwaitAdvance();
    }

    Told told() {
        var announced = new HashMap<Told.ThreadOfRun, Long>();
        last.forEach((thread, number) -> announced.put(Told.ThreadOfRun.of(new EventId(thread, number)), number));
        return new Told(announced, acknowledged);
    }

    /// How many events completed `false`.
    long declined() {
        return declined.get();
    }

    Duration slowestAnswer() {
        return Duration.ofNanos(slowestNanos.get());
    }
}

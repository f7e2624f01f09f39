package dev.gravitas.demo;

import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Requests and loads while the demo runs, second by second. What came due while the program was held up is not made up for.
public final class LiveTraffic implements AutoCloseable {
    private final Scenario scenario;
    private final TelemetryLogger logger;
    private final Clock clock;
    private final ScheduledFuture<?> task;
    private long done;

    /// Begins at once.
    ///
    /// @param timer one thread; nothing on it blocks
    public LiveTraffic(Scenario scenario, TelemetryLogger logger, Clock clock, ScheduledExecutorService timer) {
        this.scenario = scenario;
        this.logger = logger;
        this.clock = clock;
        this.done = second();
        this.task = timer.scheduleAtFixedRate(this::play, 1, 1, TimeUnit.SECONDS);
    }

    private long second() {
        return (long) Math.floor(scenario.second(clock.instant()));
    }

    private void play() {
        long now = second();
        if (now <= done) {
            return;
        }
        done = now;
        new Requests(scenario).ofSecond(now).forEach(this::log);
        scenario.gpus()
                .forEach(gpu -> gpu.loads(now - 1.0, now).forEach(load -> log(GpuPast.load(scenario, load))));
    }

    private void log(DemoEvent event) {
        // The logger counts what it drops, and says so.
        var _ = logger.log(event.type(), event.component(), event.value(), event.metadata(), event.status());
    }

    @Override
    public void close() {
        task.cancel(false);
    }
}

package dev.gravitas.telemetry;

import static org.awaitility.Awaitility.await;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.testing.FakeEventWriter;
import dev.gravitas.testing.FakeQueries;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// A logger with a spool on a fake database, and events numbered by their component.
final class SpoolDeliveryFixture implements AutoCloseable {
    static final LoggerLimits LIMITS = new LoggerLimits(20_000, 64L << 20, 100, Duration.ofMillis(300),
            Duration.ofSeconds(10), Duration.ofSeconds(5));

    final FakeEventWriter writer;
    final TelemetryLogger logger;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private int next;

    SpoolDeliveryFixture(FakeEventWriter writer, Spool spool) {
        this(writer, spool, LIMITS);
    }

    SpoolDeliveryFixture(FakeEventWriter writer, Spool spool, LoggerLimits limits) {
        this.writer = writer;
        this.logger = new TelemetryLogger(writer, spool, new FakeQueries(), Clock.systemUTC(),
                Thread.ofPlatform().daemon().name("telemetry-", 0).factory(), executor, limits);
    }

    /// Events `0`, `1`, … in the order of the calls.
    List<CompletionStage<Boolean>> log(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> logger.log("X", String.valueOf(next++), 1.0, null, null))
                .toList();
    }

    void awaitStored(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> logger.counters().stored() == count);
    }

    List<Integer> storedNumbers() {
        return writer.events().stream().map(TelemetryEvent::component).map(Integer::valueOf).toList();
    }

    static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Override
    public void close() {
        writer.release();
        logger.close();
        executor.shutdownNow();
    }
}

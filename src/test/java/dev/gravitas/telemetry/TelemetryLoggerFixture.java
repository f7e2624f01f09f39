package dev.gravitas.telemetry;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.testing.FakeEventWriter;
import dev.gravitas.testing.FakeQueries;
import dev.gravitas.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A logger on a fake database.
final class TelemetryLoggerFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final LoggerLimits LIMITS = new LoggerLimits(1_000, 1L << 20, 100, Duration.ofSeconds(8),
            Duration.ofSeconds(10), Duration.ofSeconds(5));

    final FakeEventWriter writer = new FakeEventWriter();
    final FakeQueries queries = new FakeQueries();
    final TestClock clock = new TestClock(NOW);
    final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final TelemetryLogger logger;

    TelemetryLoggerFixture() {
        this(LIMITS);
    }

    TelemetryLoggerFixture(LoggerLimits limits) {
        logger = new TelemetryLogger(writer, queries, clock, Thread.ofPlatform()
                .daemon()
                .name("telemetry-", 0)
                .factory(), executor, limits);
    }

    static LoggerLimits impatient(Duration completion, Duration close) {
        return new LoggerLimits(1_000, 1L << 20, 100, Duration.ofSeconds(8), completion, close);
    }

    static boolean answer(CompletionStage<Boolean> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    TelemetryEvent onlyEvent() {
        var events = writer.events();
        if (events.size() != 1) {
            throw new AssertionError("expected one event: " + events);
        }
        return events.getFirst();
    }

    JsonNode onlyMetadata() {
        return new JsonMapper().readTree(onlyEvent().metadataJson());
    }

    @Override
    public void close() {
        writer.release();
        logger.close();
        executor.shutdownNow();
    }
}

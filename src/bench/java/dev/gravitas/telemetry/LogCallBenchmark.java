package dev.gravitas.telemetry;

import dev.gravitas.model.Definition;
import dev.gravitas.store.EventWriter;
import dev.gravitas.testing.FakeQueries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What one `log…` call costs its caller, with a database that takes no time.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class LogCallBenchmark {
    private static final EventWriter INSTANT = batches -> {};
    private static final Map<String, Object> METADATA = Map.of("gpu", 0, "used", 1234.5, "note", "steady");

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final TelemetryLogger logger = new TelemetryLogger(INSTANT, new FakeQueries(), Clock.systemUTC(),
            Thread.ofPlatform().daemon().factory(), executor, LoggerLimits.DEFAULT);
    private final ThoughtSample sample = new ThoughtSample("llama-3-8b", 1.5281514210000182, 151, 550, null,
            Definition.E2E, null, false);

    @Setup
    public void warmUp() {
        thought().toCompletableFuture().join();
    }

    @TearDown
    public void close() {
        logger.close();
        executor.close();
    }

    @Benchmark
    public CompletionStage<Boolean> thought() {
        return logger.logThoughtLatency("llama-3-8b", 1.5281514210000182, 151, 550);
    }

    @Benchmark
    public CompletionStage<Boolean> anyEventWithMetadata() {
        return logger.log("VRAM_CHECK", "gpu-0", 1234.5, METADATA, null);
    }

    @Benchmark
    public String jsonAlone() throws RefusedException {
        return MetadataJson.of(sample);
    }
}

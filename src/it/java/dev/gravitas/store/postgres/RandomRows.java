package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Rows as programs write them on their bad days. Everything comes from the seed.
final class RandomRows {
    static final String LONG_NAME = "ü".repeat(170) + " long";
    static final List<String> HOSTS = List.of("", "", "other-host", TestDatabase.HOST, "h".repeat(301));
    private static final List<String> TYPES = List.of("THOUGHT_LATENCY", "THOUGHT_LATENCY", "THOUGHT_LATENCY",
            "THOUGHT_LATENCY", "THOUGHT_LATENCY", "THOUGHT_LATENCY", "LOAD_LATENCY", "LOAD_LATENCY", "VRAM_CHECK",
            "VRAM_CHECK", "VRAM_LOCKOUT", "thought_latency", "X", "x".repeat(400));
    private static final List<String> STATUSES = List.of("success", "success", "success", "SUCCESS", "", "ok", "error ",
            "error", "FAILED", "Failure", "tImEoUt", "aborted", "Cancelled", "no_tokens", "NO_TOKENS");
    private static final List<Double> ODD_VALUES = List.of(0.0, -0.0, -1.0, -1e3, 1e308, -1e308, 1e-308, 5e-324, 1e15,
            1.0000000000000002e15, 1e-15, 9.99e-16);

    private final Random random;
    private final RandomTimes times;
    private final RandomMetadata metadata;

    RandomRows(Random random, Instant now) {
        this.random = random;
        this.times = new RandomTimes(random, now);
        this.metadata = new RandomMetadata(random);
    }

    RandomTimes times() {
        return times;
    }

    /// Rows of our own: an object for metadata, finite times.
    List<TelemetryEvent> events(int count) {
        return Stream.generate(this::event).limit(count).toList();
    }

    private TelemetryEvent event() {
        return new TelemetryEvent(type(), component(), value(), random.nextInt(9) == 0 ? null : metadata.object(),
                status(), times.any());
    }

    List<PlainRow> plain(int count) {
        return plain(count, times::text);
    }

    List<PlainRow> plain(int count, Supplier<String> time) {
        return Stream.generate(() -> plain(time.get())).limit(count).toList();
    }

    private PlainRow plain(String time) {
        return new PlainRow(type(), component(), value(), random.nextInt(9) == 0 ? null : metadata.anything(), status(),
                time, pick(HOSTS));
    }

    private String type() {
        return pick(TYPES);
    }

    @Nullable
    String component() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> LONG_NAME;
            case 2 -> "";
            default -> List.of("a", "b", "c", "llama: 3/8b 'q'").get(random.nextInt(4));
        };
    }

    private @Nullable Double value() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> pick(ODD_VALUES);
            default -> Math.exp(random.nextGaussian() * 3 + 3);
        };
    }

    private @Nullable String status() {
        return random.nextInt(5) == 0 ? null : pick(STATUSES);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// A length of time, for windows.
    Duration upTo(Duration most) {
        return Duration.ofNanos(1000 * random.nextLong(most.toNanos() / 1000));
    }
}

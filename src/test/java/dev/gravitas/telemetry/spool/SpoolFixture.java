package dev.gravitas.telemetry.spool;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.Spool;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.telemetry.SpooledBatch;
import dev.gravitas.testing.TestClock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Spools in a folder, and numbered events for them.
final class SpoolFixture {
    static final Instant NOW = Instant.parse("2026-11-24T10:15:00.123456789Z");
    static final SpoolLimits LIMITS = new SpoolLimits(1L << 30, 0, 0);

    private SpoolFixture() {
    }

    static FolderSpool open(Path folder) {
        return FolderSpool.open(folder, LIMITS, new TestClock(NOW));
    }

    /// Events `from` to `to - 1` under an id of their own, every third with much metadata.
    static EventBatch batch(int from, int to) {
        return new EventBatch(new UUID(from, to), IntStream.range(from, to).mapToObj(SpoolFixture::event).toList());
    }

    static TelemetryEvent event(int number) {
        return new TelemetryEvent("THOUGHT_LATENCY", "model-ü😀", number % 2 == 0 ? null : number / 7.0,
                number % 5 == 0 ? null : "{\"n\":" + number + ",\"t\":\"" + "x".repeat(number % 3 * 100) + "\"}",
                number % 4 == 0 ? null : "success", NOW.plusMillis(number));
    }

    static List<TelemetryEvent> events(int from, int to) {
        return batch(from, to).events();
    }

    /// Takes everything out, oldest first.
    static List<TelemetryEvent> drain(Spool spool) throws SpoolException {
        return drainBatches(spool).stream().flatMap(batch -> batch.batch().events().stream()).toList();
    }

    static List<SpooledBatch> drainBatches(Spool spool) throws SpoolException {
        Stream<SpooledBatch> all = Stream.empty();
        for (var next = spool.peek(10).batches(); !next.isEmpty(); next = spool.peek(10).batches()) {
            spool.remove(next);
            all = Stream.concat(all, next.stream());
        }
        return all.toList();
    }

    /// Copies what a crash would leave, while the spool is open.
    static void crash(Path folder, Path copy) throws IOException {
        Files.createDirectories(copy);
        for (var name : List.of("spool-1.db", "spool-1.db-wal")) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

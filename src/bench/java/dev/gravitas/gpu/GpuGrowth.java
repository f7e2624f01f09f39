package dev.gravitas.gpu;

import dev.gravitas.testing.TestClock;
import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Whether files, sessions or memory grow over many rounds, flat out on a clock that runs a second a round, some of which
/// lose a GPU and open a session anew.
final class GpuGrowth {
    private static final long HEAP_SLACK = 1_000_000;
    private static final long RESIDENT_SLACK = 8_000_000;

    private final GpuBench bench;

    GpuGrowth(GpuBench bench) {
        this.bench = bench;
    }

    /// @param heapBytes used after a collection
    /// @param jvmBytes what the Java machine took for itself; null where it was not asked to keep count
    /// @param sessions null where the library does not count them
    record State(long rounds, long files, long heapBytes, long residentBytes, @Nullable Long jvmBytes,
            @Nullable Sessions sessions) {}

    /// @param opened during the rounds so far
    /// @param open now
    record Sessions(long opened, long open) {}

    record Found(State early, State late, double roundsPerS) {
        boolean none() {
            return late.files() <= early.files() && (late.sessions() == null || late.sessions().open() <= 1)
                    && late.heapBytes() - early.heapBytes() < HEAP_SLACK
                    && late.residentBytes() - early.residentBytes() < RESIDENT_SLACK;
        }
    }

    Found measure(int early, int late) throws Exception {
        bench.loseGpus(late);
        var nanos = new AtomicLong();
        var clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
        var timer = Executors.newSingleThreadScheduledExecutor();
        try (var poller = bench.poller(clock, nanos::get, timer, _ -> {})) {
            var sessions = bench.sessions();
            rounds(poller, nanos, clock, early);
            var before = state(early, sessions);
            long began = System.nanoTime();
            rounds(poller, nanos, clock, late - early);
            double taken = System.nanoTime() - began;
            return new Found(before, state(late, sessions), (late - early) * 1e9 / taken);
        } finally {
            timer.shutdown();
        }
    }

    private static void rounds(VramPoller poller, AtomicLong nanos, TestClock clock, int count) {
        for (int round = 0; round < count; round++) {
            poller.tick();
            nanos.addAndGet(VramPoller.ROUND.toNanos());
            clock.advance(VramPoller.ROUND);
        }
    }

    private State state(int rounds, GpuBench.@Nullable Sessions atFirst) throws Exception {
        var memory = ManagementFactory.getMemoryMXBean();
        // What awaits its cleaner after one collection is gone after the next.
        for (int time = 0; time < 3; time++) {
            memory.gc();
        }
        return new State(rounds, files(), memory.getHeapMemoryUsage().getUsed(), resident(),
                JvmMemory.committedBytes(), since(atFirst, bench.sessions()));
    }

    private static @Nullable Sessions since(GpuBench.@Nullable Sessions atFirst, GpuBench.@Nullable Sessions now) {
        return atFirst == null || now == null
                ? null
                : new Sessions(now.opened() - atFirst.opened(), now.opened() - now.closed());
    }

    private static long files() throws Exception {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static long resident() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status"))
                .stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}

package dev.gravitas.gpu;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Outcome;
import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What the poller costs in its real rhythm.
final class GpuRhythm {
    private static final Duration WARMING = Duration.ofSeconds(30);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);

    private final GpuBench bench;

    GpuRhythm(GpuBench bench) {
        this.bench = bench;
    }

    /// @param samplerPercent of one core, for the poller's thread
    /// @param processPercent of one core, for all of this program, its compiler and collector included
    /// @param brief rounds that ask for memory and use
    /// @param whole rounds that ask for everything
    record Found(double samplerPercent, double processPercent, Rounds brief, Rounds whole) {}

    /// @param meanCpuMs of the thread, from one round to the next
    record Rounds(int count, double p50Ms, double p99Ms, double meanCpuMs, double meanBytes) {}

    Found measure(Duration time) throws Exception {
        var timer = Executors.newSingleThreadScheduledExecutor();
        var meter = new Meter();
        try (var poller = bench.poller(Clock.systemUTC(), System::nanoTime, timer, meter)) {
            poller.start();
            TimeUnit.NANOSECONDS.sleep(WARMING.toNanos());
            long thread = timer.submit(() -> meter.begin()).get();
            long began = System.nanoTime();
            long cpu = THREADS.getThreadCpuTime(thread);
            long process = SYSTEM.getProcessCpuTime();
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            double taken = System.nanoTime() - began;
            return new Found(100 * (THREADS.getThreadCpuTime(thread) - cpu) / taken,
                    100 * (SYSTEM.getProcessCpuTime() - process) / taken, meter.rounds(false), meter.rounds(true));
        } finally {
            timer.shutdown();
        }
    }

    private record Round(boolean whole, double millis, long cpu, long bytes) {}

    /// Listens on the poller's thread, and charges each round with what that thread has used since the one before.
    private static final class Meter implements GpuListener {
        private final List<Round> rounds = new ArrayList<>();
        private boolean begun;
        private int heard;
        private long cpu;
        private long bytes;
        private @Nullable Outcome<List<GpuHolder>> holders;

        synchronized long begin() {
            begun = true;
            mark();
            return Thread.currentThread().threadId();
        }

        private void mark() {
            bytes = THREADS.getCurrentThreadAllocatedBytes();
            cpu = THREADS.getCurrentThreadCpuTime();
        }

        @Override
        public synchronized void heard(GpuStatus status) {
            if (!begun) {
                return;
            }
            long usedCpu = THREADS.getCurrentThreadCpuTime() - cpu;
            long usedBytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            boolean whole = heldAnew(status);
            if (heard++ > 0) {
                rounds.add(new Round(whole, status.callMillis(), usedCpu, usedBytes));
            }
            mark();
        }

        // A round without the list of processes repeats the one that it has.
        private boolean heldAnew(GpuStatus status) {
            var now = status.gpus().getFirst().holders();
            boolean anew = now != holders;
            holders = now;
            return anew;
        }

        synchronized Rounds rounds(boolean whole) {
            var these = rounds.stream().filter(round -> round.whole() == whole).toList();
            var millis = these.stream().mapToDouble(Round::millis).sorted().toArray();
            return new Rounds(millis.length, millis[(int) Math.ceil(0.5 * millis.length) - 1],
                    millis[(int) Math.ceil(0.99 * millis.length) - 1],
                    these.stream().mapToLong(Round::cpu).average().orElseThrow() / 1e6,
                    these.stream().mapToLong(Round::bytes).average().orElseThrow());
        }
    }
}

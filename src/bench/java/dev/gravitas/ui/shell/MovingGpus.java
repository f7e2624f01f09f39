package dev.gravitas.ui.shell;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramPoint;
import dev.gravitas.testing.SampleGpus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// GPUs that hold another amount each second and have held one for an hour. Thread-safe.
record MovingGpus(Clock clock, int count) implements GpuBoard {
    private static final long MIB = 1L << 20;
    private static final long TOTAL_MIB = 24_576;
    private static final Duration HOUR = Duration.ofHours(1);

    private static long freeMib(int gpu, Instant at) {
        return Math.round(6_000 + 1_000 * gpu + 2_500 * Math.sin(at.getEpochSecond() / 17.0 + gpu));
    }

    private static GpuReading reading(int gpu, Instant at) {
        long used = TOTAL_MIB - 600 - freeMib(gpu, at);
        return SampleGpus.at(SampleGpus.gpu(gpu, freeMib(gpu, at),
                List.of(SampleGpus.holder(4_000 + gpu, "ollama", "gemma3:12b", used * 2 / 3),
                        SampleGpus.holder(5_000 + gpu, "llama-server", "qwen3:32b", used / 4))),
                at);
    }

    @Override
    public GpuStatus status() {
        var now = clock.instant();
        return new GpuStatus(SampleGpus.SOFTWARE, null, null, null,
                IntStream.range(0, count).mapToObj(gpu -> reading(gpu, now)).toList(), 1.2);
    }

    @Override
    public List<VramPoint> history(String gpu) {
        int index = Integer.parseInt(gpu.replaceAll("\\D", ""));
        var now = clock.instant();
        return LongStream.rangeClosed(-HOUR.toSeconds(), 0)
                .mapToObj(now::plusSeconds)
                .map(at -> new VramPoint(at, freeMib(index, at) * MIB, TOTAL_MIB * MIB))
                .toList();
    }

    @Override
    public long thresholdBytes(long totalBytes) {
        return 1_229 * MIB;
    }

    @Override
    public List<LockoutEpisode> lockouts() {
        return List.of();
    }

    @Override
    public void release() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException();
    }
}

package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.testing.ScriptedGpus;
import dev.gravitas.testing.TestClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

class PolledGpusTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ScriptedGpus gpus = new ScriptedGpus().free("GPU-a", 20_000);
    private final AtomicLong nanos = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final VramHistory history = new VramHistory();
    private final LockoutEpisode episode = new LockoutEpisode("e", "GPU-a", NOW, NOW, 1, 0);
    private final VramPoller poller = new VramPoller(gpus, SleepCheck.NEVER,
            hold -> new GpuHolder(hold.pid(), "program", null, hold.bytes(), true), new TestClock(NOW), nanos::get,
            timer, List.of(history));
    private final GpuBoard board = new PolledGpus(poller, history, new LockoutThreshold(2_000L),
            () -> List.of(episode), poller::release, poller::resume);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void tellsWhatThePollerReadsAndRemembers() {
        assertThat(board.status().fault()).isEqualTo(GpuFault.STARTING);
        poller.tick();
        assertThat(board.status().gpus()).hasSize(1);
        assertThat(board.history("GPU-a")).hasSize(1);
        assertThat(board.history("another")).isEmpty();
        assertThat(board.thresholdBytes(24L << 30)).isEqualTo(2_000L << 20);
        assertThat(board.thresholdBytes(1L << 30)).as("more than the GPU has").isEqualTo(1L << 30);
        assertThat(board.lockouts()).containsExactly(episode);
    }

    @Test
    void closesTheSessionOnReleaseAndKeepsTheLastReadings() {
        poller.tick();
        board.release();
        Awaitility.await().until(() -> board.status().fault() == GpuFault.RELEASED && !gpus.open());
        assertThat(board.status().gpus()).hasSize(1);
        board.resume();
        Awaitility.await().until(() -> {
            nanos.addAndGet(VramPoller.ROUND.toNanos());
            timer.submit(poller::tick).get();
            return board.status().well();
        });
        assertThat(gpus.open()).isTrue();
    }
}

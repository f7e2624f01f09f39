package dev.gravitas.gpu;

import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramPoint;

import java.util.List;
import java.util.function.Supplier;

/// The GPUs as the poller of this process sees them.
public final class PolledGpus implements GpuBoard {
    private final VramPoller poller;
    private final VramHistory history;
    private final LockoutThreshold threshold;
    private final Supplier<List<LockoutEpisode>> lockouts;
    private final Runnable letGo;
    private final Runnable readAgain;

    /// @param history listens to the poller
    /// @param lockouts those that last now; must not wait
    /// @param letGo and readAgain must not wait
    public PolledGpus(VramPoller poller, VramHistory history, LockoutThreshold threshold,
            Supplier<List<LockoutEpisode>> lockouts, Runnable letGo, Runnable readAgain) {
        this.poller = poller;
        this.history = history;
        this.threshold = threshold;
        this.lockouts = lockouts;
        this.letGo = letGo;
        this.readAgain = readAgain;
    }

    @Override
    public GpuStatus status() {
        return poller.status();
    }

    @Override
    public List<VramPoint> history(String gpu) {
        return history.of(gpu);
    }

    @Override
    public long thresholdBytes(long totalBytes) {
        return threshold.bytes(totalBytes);
    }

    @Override
    public List<LockoutEpisode> lockouts() {
        return lockouts.get();
    }

    @Override
    public void release() {
        letGo.run();
    }

    @Override
    public void resume() {
        readAgain.run();
    }
}

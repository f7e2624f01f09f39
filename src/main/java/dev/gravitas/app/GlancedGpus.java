package dev.gravitas.app;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramPoint;

import java.util.List;

/// The GPUs as they were at one moment, for a picture: there is no history of seconds, and nobody to press a button.
record GlancedGpus(GpuStatus status, LockoutThreshold threshold) implements GpuBoard {
    @Override
    public List<VramPoint> history(String gpu) {
        return List.of();
    }

    @Override
    public long thresholdBytes(long totalBytes) {
        return threshold.bytes(totalBytes);
    }

    @Override
    public List<LockoutEpisode> lockouts() {
        return List.of();
    }

    /// The session was closed after the glance.
    @Override
    public void release() {
    }

    @Override
    public void resume() {
    }
}

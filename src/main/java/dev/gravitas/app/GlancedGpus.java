package dev.gravitas.app;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramPoint;

import java.util.ArrayList;
import java.util.List;

/// The GPUs as they were at one moment, for a picture: that moment is all the history of seconds there is, and there is nobody
/// to press a button.
///
/// @param lockouts that lasted then
record GlancedGpus(GpuStatus status, LockoutThreshold threshold, List<LockoutEpisode> lockouts) implements GpuBoard {
    @Override
    public List<VramPoint> history(String gpu) {
        var points = new ArrayList<VramPoint>();
        for (var reading : status.gpus()) {
            var vram = reading.vram().orNull();
            if (vram != null && reading.gpu().id().equals(gpu)) {
                points.add(new VramPoint(reading.at(), vram.freeBytes(), vram.totalBytes()));
            }
        }
        return points;
    }

    @Override
    public long thresholdBytes(long totalBytes) {
        return threshold.bytes(totalBytes);
    }

    /// The session was closed after the glance.
    @Override
    public void release() {
    }

    @Override
    public void resume() {
    }
}

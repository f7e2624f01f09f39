package dev.gravitas.gpu;

import dev.gravitas.model.GpuStatus;

/// Hears of each round of the poller, on the poller's thread: it must return soon and must not throw.
@FunctionalInterface
public interface GpuListener {
    void heard(GpuStatus status);
}

package dev.gravitas.gpu;

import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.VramReading;

/// Hears of each round of the poller, on the poller's thread: it must return soon and must not throw.
@FunctionalInterface
public interface GpuListener {
    void heard(GpuStatus status);

    /// Whether it matters who holds memory at this reading, which it is about to hear of. That is a dear question, so what
    /// is heard may otherwise be some seconds old.
    ///
    /// @param gpu its id
    default boolean asksForHolders(String gpu, VramReading vram) {
        return false;
    }
}

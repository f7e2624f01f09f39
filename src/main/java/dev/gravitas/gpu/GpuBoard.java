package dev.gravitas.gpu;

import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.LockoutState;
import dev.gravitas.model.VramPoint;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What this process knows of the GPUs right now, and whether it asks them. Thread-safe; nothing here waits for a driver.
public interface GpuBoard {
    GpuStatus status();

    /// The last hour of a GPU by the second, oldest first; seconds without a reading are left out.
    ///
    /// @param gpu its id
    List<VramPoint> history(String gpu);

    /// Below how many free bytes a GPU of this size is locked out.
    long thresholdBytes(long totalBytes);

    /// Lockouts that last now. A process that does not record knows none: it finds them in the store.
    List<LockoutEpisode> lockouts();

    /// Whether a GPU is locked out as of this reading, null where that does not tell its memory.
    default @Nullable LockoutState lockout(GpuReading reading) {
        var vram = reading.vram().orNull();
        if (vram == null) {
            return null;
        }
        long threshold = thresholdBytes(vram.totalBytes());
        return lockouts().stream()
                .filter(episode -> episode.gpu().equals(reading.gpu().id()))
                .findFirst()
                .map(episode -> new LockoutState(episode.thresholdBytes(), true, episode.began()))
                .orElseGet(() -> new LockoutState(threshold, vram.freeBytes() < threshold, null));
    }

    /// Closes the session with the driver soon, so that the driver can be unloaded.
    void release();

    /// Asks again after [#release].
    void resume();
}

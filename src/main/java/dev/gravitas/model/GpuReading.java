package dev.gravitas.model;

import java.time.Instant;
import java.util.List;

/// All that was read of a GPU.
///
/// @param at when its memory was read; the rest may be some seconds older
/// @param holders of its memory; of a GPU that is split, without those that one of its parts lists
public record GpuReading(GpuIdentity gpu, Instant at, Outcome<VramReading> vram, GpuActivity activity,
        Outcome<List<GpuHolder>> holders) {

    /// The same with other holders.
    public GpuReading heldBy(Outcome<List<GpuHolder>> others) {
        return new GpuReading(gpu, at, vram, activity, others);
    }
}

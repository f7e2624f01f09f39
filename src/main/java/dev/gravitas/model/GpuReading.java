package dev.gravitas.model;

import java.time.Instant;
import java.util.List;

/// All that was read of a GPU.
///
/// @param at when its memory was read; the rest may be some seconds older
public record GpuReading(GpuIdentity gpu, Instant at, Outcome<VramReading> vram, GpuActivity activity,
        Outcome<List<GpuHolder>> holders) {}

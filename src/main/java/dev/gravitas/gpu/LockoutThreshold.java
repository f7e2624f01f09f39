package dev.gravitas.gpu;

import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

/// Below how much free memory a GPU is locked out: what the operator set, else a twentieth of its memory, and at least
/// 1 GiB.
///
/// @param setMib MiB for every GPU, null for the default
public record LockoutThreshold(@Nullable Long setMib) {
    private static final long SHARE = 20;
    private static final long LEAST = 1024 * VramReading.MIB;

    /// For a GPU of this size.
    public long bytes(long totalBytes) {
        return setMib == null ? Math.max(totalBytes / SHARE, LEAST) : setMib * VramReading.MIB;
    }
}

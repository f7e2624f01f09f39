package dev.gravitas.gpu;

import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

/// Below how much free memory a GPU is locked out: what the operator set, else a twentieth of its memory, and at least
/// 1 GiB. Thread-safe: the operator may set another while GPUs are watched.
public final class LockoutThreshold {
    private static final long SHARE = 20;
    private static final long LEAST = 1024 * VramReading.MIB;

    private volatile @Nullable Long setMib;

    /// @param setMib MiB for every GPU, null for the default
    public LockoutThreshold(@Nullable Long setMib) {
        this.setMib = setMib;
    }

    /// Counts from the next reading on; a lockout that lasts goes by the old one until it ends.
    ///
    /// @param mib for every GPU, null for the default
    public void set(@Nullable Long mib) {
        setMib = mib;
    }

    /// For a GPU of this size, and not more than it has.
    public long bytes(long totalBytes) {
        var set = setMib;
        return set == null ? Math.max(totalBytes / SHARE, LEAST) : Math.min(totalBytes, set * VramReading.MIB);
    }
}

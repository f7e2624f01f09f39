package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// All that was read of a GPU.
///
/// @param at when its memory was read; the rest may be some seconds older
/// @param holders of its memory; of a GPU that is split, without those that one of its parts lists
/// @param lost that it is away, null for well; then no figure is told
public record GpuReading(GpuIdentity gpu, Instant at, Outcome<VramReading> vram, GpuActivity activity,
        Outcome<List<GpuHolder>> holders, @Nullable GpuLoss lost) {

    /// Of a GPU that answers.
    public GpuReading(GpuIdentity gpu, Instant at, Outcome<VramReading> vram, GpuActivity activity,
            Outcome<List<GpuHolder>> holders) {
        this(gpu, at, vram, activity, holders, null);
    }

    /// Of a GPU that does not answer: nothing that was read of it before need be so still.
    public static GpuReading lost(GpuIdentity gpu, GpuLoss loss, Instant at) {
        var kind = loss.kind();
        var since = loss.since() == null ? at : loss.since();
        return new GpuReading(gpu, at, new Outcome.Unavailable<>(kind.what() + " " + kind.advice(), since),
                GpuActivity.unavailable(kind.what(), since),
                new Outcome.Unavailable<>(kind.what(), since), loss);
    }

    /// Whether the driver does not list it any more.
    public boolean unlisted() {
        return lost != null && lost.kind() == GpuLoss.Kind.UNLISTED;
    }

    /// The same with other holders.
    public GpuReading heldBy(Outcome<List<GpuHolder>> others) {
        return new GpuReading(gpu, at, vram, activity, others, lost);
    }
}

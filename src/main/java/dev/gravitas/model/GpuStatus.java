package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What is known of all GPUs right now. Immutable, so it is handed from the poller to everyone by one reference.
///
/// @param versions null until a driver answered
/// @param fault why nothing is read now, null for well; then `gpus` are the last readings, or that they are lost
/// @param detail more about the fault, from the driver where it said something; null for no more
/// @param since when the fault was first noticed, null without one
/// @param gpus in the order of their index
/// @param callMillis spent inside the driver by the last round, milliseconds
public record GpuStatus(@Nullable DriverVersions versions, @Nullable GpuFault fault, @Nullable String detail,
        @Nullable Instant since, List<GpuReading> gpus, double callMillis) {
    public GpuStatus {
        gpus = List.copyOf(gpus);
    }

    /// The same readings, and why there are no newer ones. Of GPUs that are lost nothing is told any more.
    public GpuStatus failing(GpuFault reason, @Nullable String more, Instant now) {
        var from = fault == reason && since != null ? since : now;
        var left = reason == GpuFault.LOST ? gpus.stream().map(gpu -> lost(gpu, from, now)).toList() : gpus;
        return new GpuStatus(versions, reason, more, from, left, callMillis);
    }

    private static GpuReading lost(GpuReading gpu, Instant since, Instant now) {
        return gpu.lost() != null
                ? gpu
                : GpuReading.lost(gpu.gpu(), new GpuLoss(GpuLoss.Kind.SILENT, since), now);
    }

    /// The same with other readings.
    public GpuStatus with(List<GpuReading> others) {
        return new GpuStatus(versions, fault, detail, since, others, callMillis);
    }

    /// Who holds memory of a GPU, in its parts too. Partial where only its parts tell.
    public Outcome<List<GpuHolder>> allHolders(GpuReading gpu) {
        var inParts = parts(gpu).stream().flatMap(part -> listed(part).stream()).toList();
        if (inParts.isEmpty()) {
            return gpu.holders();
        }
        var why = gpu.holders().why();
        var all = Stream.concat(listed(gpu).stream(), inParts.stream()).toList();
        return why == null ? Outcome.of(all) : new Outcome.Partial<>(all, why);
    }

    /// Those of a GPU that is split; empty for all others.
    public List<GpuReading> parts(GpuReading gpu) {
        return gpus.stream().filter(part -> part.gpu().isPartOf(gpu.gpu())).toList();
    }

    /// What is used of a GPU, or of a part of one, beyond what its processes hold, bytes; null where that is not known, as where
    /// one of them hides its size, or the memory is the system's too.
    public @Nullable Long unexplainedBytes(GpuReading gpu) {
        var vram = gpu.vram().orNull();
        if (vram == null || vram.source() == VramReading.Source.UNIFIED
                || !(allHolders(gpu) instanceof Outcome.Value<List<GpuHolder>>(var all))
                || all.stream().anyMatch(holder -> holder.vramBytes() == null)) {
            return null;
        }
        long held = all.stream().map(GpuHolder::vramBytes).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        return Math.max(0, vram.usedBytes() - held);
    }

    private static List<GpuHolder> listed(GpuReading gpu) {
        var holders = gpu.holders().orNull();
        return holders == null ? List.of() : holders;
    }

    public boolean well() {
        return fault == null;
    }
}

package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// A process that holds memory of a GPU.
///
/// @param pid as the driver has it; inside a container that is the number outside
/// @param name of its program, null where it cannot be told
/// @param model that its command line names, null for none
/// @param vramBytes it holds, null where the driver does not tell
/// @param alive whether a process of that number runs here
public record GpuHolder(long pid, @Nullable String name, @Nullable String model, @Nullable Long vramBytes,
        boolean alive) {

    /// The largest first, those of unknown size last.
    public static final Comparator<GpuHolder> LARGEST_FIRST = Comparator
            .comparingLong((GpuHolder holder) -> holder.vramBytes() == null ? -1 : holder.vramBytes())
            .reversed();
}

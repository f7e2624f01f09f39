package dev.gravitas.gpu;

import dev.gravitas.model.GpuHolder;

/// Puts a name, and where its command line tells one a model, to a process that holds memory.
@FunctionalInterface
public interface HolderNames {
    GpuHolder named(GpuDevice.Hold hold);
}

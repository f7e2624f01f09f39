package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

/// How GPUs are watched.
///
/// @param nvmlLibrary absolute path of NVIDIA's management library, null for where it usually lies
/// @param lockoutFreeMib free MiB below which a GPU is locked out, null for the larger of 5 % and 1 GiB
public record GpuSettings(@Nullable String nvmlLibrary, @Nullable Long lockoutFreeMib) {}

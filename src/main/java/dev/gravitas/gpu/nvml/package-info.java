/// GPUs through NVIDIA's management library (NVML): where it lies, a thin mirror of its calls, and what their answers mean.
///
/// The only place that sees JNA. Only `app` makes it. One thread uses a session; see [dev.gravitas.gpu.VramPoller].
/// Layouts, sizes and codes are those of `nvml.h` for 64-bit systems.
@NullMarked
package dev.gravitas.gpu.nvml;

import org.jspecify.annotations.NullMarked;

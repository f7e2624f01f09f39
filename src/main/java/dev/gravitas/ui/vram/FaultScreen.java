package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.Notice;

/// Why the GPUs are not read.
///
/// @param warning whether it is something to worry about; a machine without a GPU is none
record FaultScreen(Notice notice, boolean warning) {}

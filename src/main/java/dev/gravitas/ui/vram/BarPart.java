package dev.gravitas.ui.vram;

/// A stretch of a GPU's memory.
///
/// @param name whose it is
/// @param bytes of it; the parts of a bar add up to the GPU's memory
/// @param told what the driver says of it, bytes: differs from `bytes` only where processes say more than is in use
public record BarPart(Swatch swatch, String name, long bytes, long told) {}

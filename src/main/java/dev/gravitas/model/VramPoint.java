package dev.gravitas.model;

import java.time.Instant;

/// The memory of a GPU during one second.
///
/// @param at the second
/// @param freeBytes the least that was free in it
/// @param totalBytes of the GPU
public record VramPoint(Instant at, long freeBytes, long totalBytes) {
    public long usedBytes() {
        return totalBytes - freeBytes;
    }
}

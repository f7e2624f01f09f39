package dev.gravitas.model;

import java.time.Instant;

/// A time in which a GPU had less free memory than the threshold.
///
/// @param id of the episode, in its first and its last event
/// @param gpu id of the GPU
/// @param began when free memory fell below the threshold
/// @param lastSeen when it was last seen below it
/// @param thresholdBytes at that time
/// @param lowestFreeBytes so far
public record LockoutEpisode(String id, String gpu, Instant began, Instant lastSeen, long thresholdBytes,
        long lowestFreeBytes) {

    /// The same, seen again.
    public LockoutEpisode seen(Instant now, long freeBytes) {
        return new LockoutEpisode(id, gpu, began, now, thresholdBytes, Math.min(lowestFreeBytes, freeBytes));
    }
}

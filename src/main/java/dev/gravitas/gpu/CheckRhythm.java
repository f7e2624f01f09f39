package dev.gravitas.gpu;

import dev.gravitas.model.VramReading;

import java.time.Duration;

/// When a GPU's memory is worth a row: each minute while it moves, else every quarter of an hour. Keeps the least that was
/// free since the last row, so that no peak between two rows is lost. For one GPU and one thread.
final class CheckRhythm {
    static final Duration MOVING = Duration.ofSeconds(60);
    static final Duration STILL = Duration.ofMinutes(15);
    private static final long MOVED = 256 * VramReading.MIB;
    private static final int SHARE = 100;

    private boolean begun;
    private long lastRow;
    private long lastFree;
    private long leastFree = Long.MAX_VALUE;

    /// @param nanos of a clock that never steps
    /// @return whether this reading is to be a row
    boolean due(VramReading vram, long nanos) {
        leastFree = Math.min(leastFree, vram.freeBytes());
        if (!begun) {
            return true;
        }
        long age = nanos - lastRow;
        return age >= STILL.toNanos() || age >= MOVING.toNanos() && moved(vram);
    }

    private boolean moved(VramReading vram) {
        long least = Math.min(MOVED, vram.totalBytes() / SHARE);
        return Math.abs(vram.freeBytes() - lastFree) > least || lastFree - leastFree > least;
    }

    /// The least that was free since the last row, this reading included; starts anew.
    long row(VramReading vram, long nanos) {
        long least = leastFree;
        begun = true;
        lastRow = nanos;
        lastFree = vram.freeBytes();
        leastFree = Long.MAX_VALUE;
        return least;
    }
}

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
    private LowFree low = new LowFree();

    /// @param nanos of a clock that never steps
    /// @return whether this reading is to be a row
    boolean due(VramReading vram, long nanos) {
        low.heard(vram.freeBytes(), worthARow(vram), nanos);
        if (!begun) {
            return true;
        }
        long age = nanos - lastRow;
        return age >= STILL.toNanos() || age >= MOVING.toNanos() && moved(vram);
    }

    private boolean moved(VramReading vram) {
        long least = worthARow(vram);
        return Math.abs(vram.freeBytes() - lastFree) > least || lastFree - low.bytes() > least;
    }

    private static long worthARow(VramReading vram) {
        return Math.min(MOVED, vram.totalBytes() / SHARE);
    }

    /// The least that was free since the last row, this reading included; starts anew.
    LowFree row(VramReading vram, long nanos) {
        var least = low;
        begun = true;
        lastRow = nanos;
        lastFree = vram.freeBytes();
        low = new LowFree();
        return least;
    }
}

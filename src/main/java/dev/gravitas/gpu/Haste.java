package dev.gravitas.gpu;

import dev.gravitas.model.GpuReading;
import dev.gravitas.model.VramReading;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether memory moves fast enough to look at it more often: a model is being loaded. Not for longer than half a minute at
/// a time.
final class Haste {
    private static final long MOVED = 256 * VramReading.MIB;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /// After the last movement.
    private static final Duration LINGER = Duration.ofSeconds(3);

    private final Map<String, Long> free = new HashMap<>();
    private long began;
    private long until;
    private boolean hurrying;

    boolean after(List<GpuReading> readings, long now) {
        if (moved(readings)) {
            began = hurrying ? began : now;
            until = Math.min(now + LINGER.toNanos(), began + LONGEST.toNanos());
            hurrying = true;
        } else if (hurrying && now - until >= 0) {
            hurrying = false;
        }
        return hurrying && now - until < 0;
    }

    private boolean moved(List<GpuReading> readings) {
        boolean moved = false;
        for (var reading : readings) {
            var vram = reading.vram().orNull();
            if (vram != null) {
                var before = free.put(reading.gpu().id(), vram.freeBytes());
                moved |= before != null && Math.abs(vram.freeBytes() - before) > MOVED;
            }
        }
        return moved;
    }
}

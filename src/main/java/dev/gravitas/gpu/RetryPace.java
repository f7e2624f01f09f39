package dev.gravitas.gpu;

import dev.gravitas.model.GpuFault;

import java.time.Duration;

/// How long to wait before the next try: longer with each failure, and never so long that a driver that is back is noticed
/// late. A machine without a driver is looked at more seldom.
final class RetryPace {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration WITHOUT_DRIVER = Duration.ofSeconds(8);

    private Duration next = FIRST;

    Duration failed(GpuFault fault) {
        if (fault == GpuFault.NO_DRIVER || fault == GpuFault.LIBRARY) {
            return WITHOUT_DRIVER;
        }
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
        return now;
    }

    void worked() {
        next = FIRST;
    }
}

package dev.gravitas.e2e.outage;

import java.lang.management.ManagementFactory;

/// How much this program holds on to.
final class Heap {
    private Heap() {
    }

    static long bytesAfterCollection() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

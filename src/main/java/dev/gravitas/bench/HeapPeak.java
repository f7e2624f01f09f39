package dev.gravitas.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/// The most memory that objects took since a moment, rubbish that was not collected yet included.
final class HeapPeak {
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans()
            .stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /// Forgets what was.
    void reset() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /// At most: the parts of the heap may have had their peaks at different times.
    long bytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}

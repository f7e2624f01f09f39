package dev.gravitas.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.gravitas.report.BenchDocument.Machine;

import java.lang.management.ManagementFactory;

/// What the figures were measured on.
final class MachineFacts {
    private MachineFacts() {
    }

    static Machine read(PlainSql sql) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                sql.query("SHOW server_version", row -> row.getString(1)).getFirst());
    }
}

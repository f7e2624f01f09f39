package dev.gravitas.gpu;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/// What the Java machine itself took from the system: heap, compiled code, threads, its compilers' scratch. What resident memory
/// grew beyond it belongs to libraries: to the driver, or to the allocator below both.
final class JvmMemory {
    private static final Pattern TOTAL = Pattern.compile("Total: reserved=\\d+KB, committed=(\\d+)KB");
    private static final int KIB = 1024;

    private JvmMemory() {
    }

    /// Bytes committed, as `jcmd VM.native_memory summary` says; null where the program was started without
    /// `-XX:NativeMemoryTracking=summary`.
    static @Nullable Long committedBytes() throws JMException {
        var answer = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmNativeMemory",
                        new Object[]{new String[]{"summary"}}, new String[]{String[].class.getName()});
        var total = TOTAL.matcher(answer);
        return total.find() ? Long.valueOf(Long.parseLong(total.group(1)) * KIB) : null;
    }
}

package dev.gravitas.diagnostics;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every platform thread of this process does at this moment.
public final class ThreadDump {
    /// Threads by name, each with its state, its locks and where it stands; deadlocks first.
    public String text() {
        var threads = ManagementFactory.getThreadMXBean();
        var locked = threads.findDeadlockedThreads();
        var head = locked == null ? "No deadlock.\n\n" : "DEADLOCK of threads " + Arrays.toString(locked) + "\n\n";
        return head + Stream.of(threads.dumpAllThreads(true, true))
                .sorted(Comparator.comparing(ThreadInfo::getThreadName))
                .map(ThreadDump::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(ThreadInfo thread) {
        var text = new StringBuilder();
        text.append('"').append(thread.getThreadName()).append("\" #").append(thread.getThreadId());
        text.append(thread.isDaemon() ? " daemon " : " ").append(thread.getThreadState()).append('\n');
        var lock = thread.getLockInfo();
        if (lock != null) {
            text.append("\twaits for ").append(name(lock));
            text.append(thread.getLockOwnerName() == null ? "\n" : " of \"" + thread.getLockOwnerName() + "\"\n");
        }
        for (var frame : thread.getStackTrace()) {
            text.append("\tat ").append(frame).append('\n');
        }
        for (var held : thread.getLockedSynchronizers()) {
            text.append("\tholds ").append(name(held)).append('\n');
        }
        return text.toString();
    }

    private static String name(LockInfo lock) {
        return lock.getClassName() + "@" + Integer.toHexString(lock.getIdentityHashCode());
    }
}

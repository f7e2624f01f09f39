package dev.gravitas.gpu;

import dev.gravitas.model.GpuHolder;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/// Names by the processes that run here. On Linux the command line is read where the kernel shows it, because the JDK
/// leaves it out when it is long.
public final class ProcessNames implements HolderNames {
    private final LongFunction<@Nullable List<String>> commandLines;

    /// @param commandLines a process's program and arguments, empty for a process that hides them, null for none of that
    ///   number
    ProcessNames(LongFunction<@Nullable List<String>> commandLines) {
        this.commandLines = commandLines;
    }

    /// Of this machine.
    public static ProcessNames here() {
        var processes = Path.of("/proc");
        return new ProcessNames(pid -> {
            var shown = linux(processes, pid);
            return shown == null || shown.isEmpty() ? anywhere(pid) : shown;
        });
    }

    @Override
    public GpuHolder named(GpuDevice.Hold hold) {
        var line = commandLines.apply(hold.pid());
        if (line == null || line.isEmpty()) {
            return new GpuHolder(hold.pid(), null, null, hold.bytes(), line != null);
        }
        return new GpuHolder(hold.pid(), program(line.getFirst()), ModelArgument.in(line), hold.bytes(), true);
    }

    private static String program(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static @Nullable List<String> linux(Path processes, long pid) {
        try {
            var text = Files.readString(processes.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).split("\0"))
                    .stream()
                    .filter(argument -> !argument.isEmpty())
                    .toList();
        } catch (IOException e) {
            // Gone, hidden, or no Linux: the JDK may know more.
            return null;
        }
    }

    private static @Nullable List<String> anywhere(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.info().command().map(List::of).orElse(List.of()))
                .orElse(null);
    }
}

package dev.gravitas.gpu.nvml;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuDevice.Hold;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A GPU that shares the processor's memory has none of its own to tell. Its processes' holdings are what it uses; what
/// the system has available is what is left for it. The rest of the system's use is not the GPU's.
final class UnifiedMemory {
    private static final String TOTAL = "MemTotal:";
    private static final String AVAILABLE = "MemAvailable:";
    private static final long KIB = 1024;

    private final Path memoryFile;
    /// The list of processes is dear, so it is asked for in the poller's own rhythm.
    private final Map<String, Long> held = new HashMap<>();

    /// @param memoryFile `/proc/meminfo`
    UnifiedMemory(Path memoryFile) {
        this.memoryFile = memoryFile;
    }

    Outcome<VramReading> read(String gpu, GpuDevice device) throws GpuException {
        if (!held.containsKey(gpu)) {
            note(gpu, device.holds());
        }
        var used = held.get(gpu);
        if (used == null) {
            return new Outcome.NotSupported<>("This GPU tells neither its memory nor who holds it.");
        }
        try {
            var lines = Files.readAllLines(memoryFile);
            return Outcome.of(new VramReading(bytes(lines, TOTAL), null, used,
                    bytes(lines, AVAILABLE), Source.UNIFIED));
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome.NotSupported<>(
                    "This GPU tells no memory of its own, and the system's is not known: " + e.getMessage());
        }
    }

    /// Remembers what processes hold.
    void note(String gpu, Outcome<List<Hold>> holds) {
        var list = holds.orNull();
        if (list != null) {
            held.put(gpu, list.stream().map(Hold::bytes).filter(Objects::nonNull).mapToLong(Long::longValue).sum());
        }
    }

    private static long bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split(" ", 2)[0])
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name)) * KIB;
    }
}

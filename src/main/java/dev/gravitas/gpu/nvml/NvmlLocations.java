package dev.gravitas.gpu.nvml;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where the library may lie, most trusted first.
///
/// @param candidates absolute paths, and names that the system's loader resolves
/// @param configured whether the operator named one; then nothing else is tried
public record NvmlLocations(List<String> candidates, boolean configured) {
    private static final String LIBRARY = "nvml.dll";

    public NvmlLocations {
        candidates = List.copyOf(candidates);
    }

    /// @param configured absolute path from the settings, null for none
    /// @param system as `os.name` has it
    public static NvmlLocations of(@Nullable String configured, String system, Map<String, String> environment) {
        if (configured != null) {
            return new NvmlLocations(List.of(configured), true);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            // Never the name without a version: it may be a stub that is meant for linking.
            return new NvmlLocations(List.of("libnvidia-ml.so.1", "/usr/lib/wsl/lib/libnvidia-ml.so.1"), false);
        }
        return new NvmlLocations(name.startsWith("windows") ? windows(environment) : List.of(), false);
    }

    // Of DCH drivers it lies with the system, of older ones with their programs. What the system keeps of installed drivers
    // is the last resort, because older ones lie there too.
    private static List<String> windows(Map<String, String> environment) {
        var found = new ArrayList<String>();
        var root = environment.get("SystemRoot");
        var system = root == null ? null : Path.of(root).resolve("System32");
        found.add(system == null ? LIBRARY : system.resolve(LIBRARY).toString());
        var programs = environment.get("ProgramW6432");
        if (programs != null) {
            found.add(Path.of(programs).resolve("NVIDIA Corporation").resolve("NVSMI").resolve(LIBRARY).toString());
        }
        if (system != null) {
            found.addAll(stored(system.resolve("DriverStore").resolve("FileRepository")));
        }
        return found;
    }

    /// Newest first.
    private static List<String> stored(Path drivers) {
        if (!Files.isDirectory(drivers)) {
            return List.of();
        }
        try (var packages = Files.newDirectoryStream(drivers, "nv_dispi*")) {
            var libraries = new ArrayList<Path>();
            packages.forEach(one -> libraries.add(one.resolve(LIBRARY)));
            return libraries.stream()
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong((Path library) -> library.toFile().lastModified()).reversed())
                    .map(Path::toString)
                    .toList();
        } catch (IOException | DirectoryIteratorException e) {
            // Not for this account: then it is tried elsewhere.
            return List.of();
        }
    }
}

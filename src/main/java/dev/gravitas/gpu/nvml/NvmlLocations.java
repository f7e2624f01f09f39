package dev.gravitas.gpu.nvml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where the library may lie, most trusted first.
///
/// @param candidates absolute paths, and names that the system's loader resolves
/// @param configured whether the operator named one; then nothing else is tried
public record NvmlLocations(List<String> candidates, boolean configured) {
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

    private static List<String> windows(Map<String, String> environment) {
        var found = new ArrayList<String>();
        found.add("nvml.dll");
        var programs = environment.get("ProgramW6432");
        if (programs != null) {
            found.add(programs + "\\NVIDIA Corporation\\NVSMI\\nvml.dll");
        }
        return found;
    }
}

package dev.gravitas.gpu.nvml;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the fields of the library's structures lie, in bytes, on 64-bit systems (`nvml.h` 13).
///
/// @param name in the header
/// @param size of the whole
/// @param offsets by the field's name in the header
record NvmlLayout(String name, int size, Map<String, Integer> offsets) {
    static final NvmlLayout MEMORY = of("nvmlMemory_t", 24, "total", 0, "free", 8, "used", 16);
    static final NvmlLayout MEMORY_V2 = of("nvmlMemory_v2_t", 40, "version", 0, "total", 8, "reserved", 16, "free", 24,
            "used", 32);
    static final NvmlLayout UTILIZATION = of("nvmlUtilization_t", 8, "gpu", 0, "memory", 4);
    static final NvmlLayout PCI_INFO = of("nvmlPciInfo_t", 68, "busId", 36);
    static final NvmlLayout PROCESS = of("nvmlProcessInfo_v1_t", 16, "pid", 0, "usedGpuMemory", 8);
    static final NvmlLayout PROCESS_V2 = of("nvmlProcessInfo_v2_t", 24, "pid", 0, "usedGpuMemory", 8, "gpuInstanceId",
            16, "computeInstanceId", 20);

    NvmlLayout {
        offsets = Map.copyOf(offsets);
    }

    private static NvmlLayout of(String name, int size, Object... fields) {
        var offsets = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < fields.length; i += 2) {
            offsets.put((String) fields[i], (Integer) fields[i + 1]);
        }
        return new NvmlLayout(name, size, offsets);
    }

    int at(String field) {
        var offset = offsets.get(field);
        if (offset == null) {
            throw new IllegalArgumentException(name + " has no field " + field);
        }
        return offset;
    }

    /// What a structure that carries its version must carry: the header's own rule. For the second of memory that is
    /// 0x02000028; with a plain 2 the driver answers as if the function were missing.
    int version(int number) {
        return size | number << 24;
    }
}

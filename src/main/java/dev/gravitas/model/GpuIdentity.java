package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// Which GPU, or which part of one.
///
/// @param id by which it is known everywhere, the driver's UUID: an index may change with each boot
/// @param pciBusId where it is plugged in, `00000000:01:00.0`; of a part, that of the whole
/// @param name as its maker has it; of a part, with its profile
/// @param index among the GPUs of this machine right now, from 0; of a part, that of the whole
/// @param part which part (MIG), null for a whole GPU
public record GpuIdentity(String id, String pciBusId, String name, int index, @Nullable Part part) {

    /// A whole GPU.
    public GpuIdentity(String id, String pciBusId, String name, int index) {
        this(id, pciBusId, name, index, null);
    }

    /// A GPU of which no more is known than that the driver counts it.
    ///
    /// @param name that says so
    public static GpuIdentity unknown(int index, String name) {
        return new GpuIdentity(standIn(index), "", name, index);
    }

    /// An id for a GPU that has not told its own.
    public static String standIn(int index) {
        return "gpu-" + index;
    }

    /// Whether it told its id, by which it is found again.
    public boolean isKnown() {
        return !id.equals(standIn(index));
    }

    /// Where a part lies in its GPU.
    ///
    /// @param whole id of the GPU
    /// @param slot among the places for parts, from 0
    /// @param gpuInstance as the driver numbers it, null where it does not tell
    /// @param computeInstance within that, null where the driver does not tell
    public record Part(String whole, int slot, @Nullable Integer gpuInstance, @Nullable Integer computeInstance) {
        private String words() {
            return gpuInstance == null || computeInstance == null
                    ? " part " + slot
                    : " GI " + gpuInstance + " CI " + computeInstance;
        }
    }

    /// By which it is told from the others of this machine: `0`, or of a part `0 GI 1 CI 0`, as nvidia-smi numbers them.
    public String number() {
        return part == null ? String.valueOf(index) : index + part.words();
    }

    public boolean isPartOf(GpuIdentity other) {
        return part != null && part.whole().equals(other.id());
    }
}

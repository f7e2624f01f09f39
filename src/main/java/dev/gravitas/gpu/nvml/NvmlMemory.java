package dev.gravitas.gpu.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;

import java.util.stream.LongStream;

/// Reads how full a GPU's memory is: by the newer call, which tells reserved memory apart, or the older one.
final class NvmlMemory {
    /// The largest memory that is believed, some times what any GPU has: 16 TiB.
    private static final long MOST_BYTES = 1L << 44;
    private static final int VERSION = NvmlLayout.MEMORY_V2.version(2);

    private final NvmlCalls calls;

    NvmlMemory(NvmlCalls calls) {
        this.calls = calls;
    }

    /// @param part whether the handle is that of a part of a GPU (MIG)
    /// @return a reading with a total of 0 where the driver has none, as on GPUs that share the processor's memory
    Outcome<VramReading> read(String gpu, Pointer handle, boolean part) throws GpuException {
        Memory place = calls.scratch();
        place.setInt(NvmlLayout.MEMORY_V2.at("version"), VERSION);
        int code = calls.library().call(NvmlFunction.MEMORY_V2, handle, place);
        if (!NvmlCode.mayHaveOlder(code)) {
            return sane(calls.told(gpu, NvmlFunction.MEMORY_V2, code, filled -> second(filled, part)));
        }
        return sane(calls.told(gpu, NvmlFunction.MEMORY, calls.library().call(NvmlFunction.MEMORY, handle, place),
                filled -> first(filled, part)));
    }

    private static Outcome<VramReading> sane(Outcome<VramReading> told) {
        return NvmlCalls.sane(told, NvmlMemory::isPossible);
    }

    private static boolean isPossible(VramReading told) {
        long reserved = told.reservedBytes() == null ? 0 : told.reservedBytes();
        // The parts are rounded, each for itself.
        double whole = told.totalBytes() * 1.01;
        return told.totalBytes() <= MOST_BYTES && reserved + told.usedBytes() <= whole
                && LongStream.of(reserved, told.usedBytes(), told.freeBytes())
                        .allMatch(size -> 0 <= size && size <= told.totalBytes());
    }

    private static VramReading second(Memory filled, boolean part) {
        var layout = NvmlLayout.MEMORY_V2;
        return new VramReading(filled.getLong(layout.at("total")), filled.getLong(layout.at("reserved")),
                filled.getLong(layout.at("used")), filled.getLong(layout.at("free")), part ? Source.MIG : Source.V2);
    }

    private static VramReading first(Memory filled, boolean part) {
        var layout = NvmlLayout.MEMORY;
        return new VramReading(filled.getLong(layout.at("total")), null, filled.getLong(layout.at("used")),
                filled.getLong(layout.at("free")), part ? Source.MIG : Source.V1);
    }
}

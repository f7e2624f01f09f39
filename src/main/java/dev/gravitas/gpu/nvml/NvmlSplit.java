package dev.gravitas.gpu.nvml;

import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;

import java.util.ArrayList;
import java.util.List;

/// Finds the instances that a GPU is split into (MIG).
record NvmlSplit(NvmlCalls calls) {

    /// A part of a GPU, under the handle of this round.
    ///
    /// @param slot among the places for parts, from 0
    record Part(int slot, Pointer handle) {}

    /// None for a GPU that is not split.
    List<Part> of(Pointer whole) throws GpuException {
        var library = calls.library();
        var parts = new ArrayList<Part>();
        int slots = slots(whole);
        for (int slot = 0; slot < slots; slot++) {
            int code = library.call(NvmlFunction.MIG_HANDLE, whole, slot, calls.second());
            calls.requireSession(code);
            // Most slots are empty.
            if (code == NvmlCode.SUCCESS) {
                parts.add(new Part(slot, calls.second().getPointer(0)));
            }
        }
        return parts;
    }

    private int slots(Pointer whole) {
        var library = calls.library();
        boolean split = library.call(NvmlFunction.MIG_MODE, whole, calls.scratch(), calls.second()) == NvmlCode.SUCCESS
                && calls.scratch().getInt(0) != 0
                && library.call(NvmlFunction.MIG_COUNT, whole, calls.scratch()) == NvmlCode.SUCCESS;
        return split ? calls.scratch().getInt(0) : 0;
    }
}

package dev.gravitas.gpu.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuDevice.Hold;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.Outcome;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads which processes hold memory. Drivers differ in how long an entry of the list is, and one that is read with the
/// wrong length is nonsense; so the place for the list is filled with a mark before, and what the driver wrote must be as
/// long as its entries.
final class NvmlProcesses {
    private static final byte MARK = (byte) 0xA5;
    private static final int LONGEST_ENTRY = 32;
    private static final int ATTEMPTS = 4;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private static final List<Variant> COMPUTE = List.of(
            new Variant(NvmlFunction.COMPUTE_PROCESSES_V2, NvmlLayout.PROCESS_V2),
            new Variant(NvmlFunction.COMPUTE_PROCESSES, NvmlLayout.PROCESS),
            new Variant(NvmlFunction.COMPUTE_PROCESSES_V3, NvmlLayout.PROCESS_V2));
    private static final List<Variant> GRAPHICS = List.of(
            new Variant(NvmlFunction.GRAPHICS_PROCESSES_V2, NvmlLayout.PROCESS_V2),
            new Variant(NvmlFunction.GRAPHICS_PROCESSES, NvmlLayout.PROCESS),
            new Variant(NvmlFunction.GRAPHICS_PROCESSES_V3, NvmlLayout.PROCESS_V2));

    private final NvmlCalls calls;
    private Memory place = new Memory(64L * LONGEST_ENTRY);

    private record Variant(NvmlFunction function, NvmlLayout entry) {}

    NvmlProcesses(NvmlCalls calls) {
        this.calls = calls;
    }

    /// Each process once, though it may be in both lists.
    Outcome<List<Hold>> read(String gpu, Pointer handle) throws GpuException {
        Map<Long, Hold> holds = new TreeMap<>();
        var compute = add(holds, gpu, handle, COMPUTE);
        var graphics = add(holds, gpu, handle, GRAPHICS);
        if (compute.orNull() == null && graphics.orNull() == null) {
            return compute instanceof Outcome.NotSupported ? graphics : compute;
        }
        var found = List.copyOf(holds.values());
        var missing = missing(compute, graphics);
        return missing == null ? Outcome.of(found) : new Outcome.Partial<>(found, missing);
    }

    /// What one of the lists lacks while the other is told. A GPU that has no such list has no such programs.
    private static @Nullable String missing(Outcome<?> compute, Outcome<?> graphics) {
        if (compute.why() != null && !(compute instanceof Outcome.NotSupported)) {
            return "The list of compute programs is missing: " + compute.why();
        }
        return graphics.why() == null || graphics instanceof Outcome.NotSupported
                ? null
                : "The list of graphics programs is missing: " + graphics.why();
    }

    private Outcome<List<Hold>> add(Map<Long, Hold> holds, String gpu, Pointer handle, List<Variant> variants)
            throws GpuException {
        var found = list(gpu, handle, variants.stream()
                .filter(one -> calls.library().has(one.function()))
                .findFirst()
                .orElse(variants.getFirst()));
        var more = found.orNull();
        if (more != null) {
            more.forEach(hold -> holds.merge(hold.pid(), hold, NvmlProcesses::larger));
        }
        return found;
    }

    private static Hold larger(Hold one, Hold other) {
        return new Hold(one.pid(), larger(one.bytes(), other.bytes()));
    }

    private static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private Outcome<List<Hold>> list(String gpu, Pointer handle, Variant variant) throws GpuException {
        Memory count = calls.second();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int room = (int) (place.size() / LONGEST_ENTRY) - 1;
            place.setMemory(0, place.size(), MARK);
            count.setInt(0, room);
            int code = calls.library().call(variant.function(), handle, count, place);
            if (code != NvmlCode.INSUFFICIENT_SIZE) {
                var holds = new ArrayList<Hold>();
                boolean fits = code != NvmlCode.SUCCESS || entries(count.getInt(0), variant.entry(), holds);
                return fits
                        ? calls.told(gpu, variant.function(), code, _ -> List.copyOf(holds))
                        : new Outcome.Failed<>("This driver's list of processes has entries of another length.");
            }
            // More than it says, because more may have started when it is asked again.
            place = new Memory((2L * Math.max(count.getInt(0), room) + 6) * LONGEST_ENTRY);
        }
        return new Outcome.Failed<>("The list of processes grew each time it was read.");
    }

    private boolean entries(int count, NvmlLayout entry, List<Hold> holds) {
        long written = (long) count * entry.size();
        if (count > 0 && (marked(written - Integer.BYTES) || !marked(written))) {
            return false;
        }
        for (long at = 0; at < written; at += entry.size()) {
            // All bits set for "not available"; no other size is negative either.
            long bytes = place.getLong(at + entry.at("usedGpuMemory"));
            holds.add(new Hold(place.getInt(at + entry.at("pid")) & UNSIGNED, bytes < 0 ? null : bytes));
        }
        return true;
    }

    /// Whether four bytes are as they were before the call.
    private boolean marked(long at) {
        for (int i = 0; i < Integer.BYTES; i++) {
            if (place.getByte(at + i) != MARK) {
                return false;
            }
        }
        return true;
    }
}

package dev.gravitas.gpu.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// What one call of the library costs its caller, JNA included: each function by itself, time after time, on the first GPU.
/// One after the other and with nothing in between, so caches and branches are warm; the poller's own calls are not.
///
/// Not for `nvmlErrorString`, which asks no driver. Opening and closing a session are measured with no other one open.
public final class NvmlCallCost {
    private static final int WARMING = 200;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int SESSIONS = 20;
    private static final int TEXT_BYTES = 96;
    private static final int LIST_ENTRIES = 1_024;
    private static final int LONGEST_ENTRY = 32;
    private static final double US = 1e3;
    private static final List<NvmlFunction> PROCESS_LISTS = List.of(NvmlFunction.COMPUTE_PROCESSES_V2,
            NvmlFunction.COMPUTE_PROCESSES, NvmlFunction.COMPUTE_PROCESSES_V3, NvmlFunction.GRAPHICS_PROCESSES_V2,
            NvmlFunction.GRAPHICS_PROCESSES, NvmlFunction.GRAPHICS_PROCESSES_V3);

    private final NvmlLibrary library;
    private final int times;
    private final Memory figure = new Memory(256);
    private final Memory second = new Memory(Long.BYTES);
    private final Memory list = new Memory((long) LIST_ENTRIES * LONGEST_ENTRY);

    private NvmlCallCost(NvmlLibrary library, int times) {
        this.library = library;
        this.times = times;
    }

    /// @param gpu name of the GPU that was asked
    /// @param driver and nvml their versions
    public record Found(String gpu, String driver, String nvml, List<Call> calls) {}

    /// One function.
    ///
    /// @param calls that were measured, 0 where the library does not have it
    /// @param p50Us and p99Us of one call, microseconds; null for none
    /// @param answer its codes in words, null where all were SUCCESS
    public record Call(String function, int calls, @Nullable Double p50Us, @Nullable Double p99Us,
            @Nullable String answer) {}

    /// Takes two seconds for each function at most.
    ///
    /// @param path of the library, or a name that the system's loader resolves
    /// @param times each function is called, fewer where that takes long
    public static Found measure(String path, int times) throws GpuException {
        var locations = new NvmlLocations(List.of(path), true);
        try (var session = new NvmlSession(locations, Clock.systemUTC())) {
            var versions = session.versions();
            var gpu = session.devices().getFirst().identity().name();
            var cost = new NvmlCallCost(NvmlLibrary.load(locations), times);
            var calls = new ArrayList<Call>();
            cost.arguments(cost.firstGpu()).forEach((function, asked) -> calls.add(cost.call(function, asked)));
            session.release();
            calls.addAll(cost.sessions());
            return new Found(gpu, versions.driver(), versions.nvml(), List.copyOf(calls));
        }
    }

    private Pointer firstGpu() {
        library.call(NvmlFunction.HANDLE_BY_INDEX, 0, second);
        return second.getPointer(0);
    }

    private Call call(NvmlFunction function, IntSupplier asked) {
        if (!library.has(function)) {
            return new Call(function.symbol(), 0, null, null, "not in this library");
        }
        long warm = System.nanoTime() + LONGEST.toNanos() / 2;
        for (int time = 0; time < WARMING && System.nanoTime() < warm; time++) {
            var _ = asked.getAsInt();
        }
        var taken = new Times();
        long end = System.nanoTime() + LONGEST.toNanos() / 2;
        for (int time = 0; time == 0 || time < times && System.nanoTime() < end; time++) {
            taken.add(asked);
        }
        return taken.of(function, library);
    }

    private List<Call> sessions() {
        var opening = new Times();
        var closing = new Times();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int time = 0; time == 0 || time < SESSIONS && System.nanoTime() < end; time++) {
            opening.add(() -> library.call(NvmlFunction.INIT));
            closing.add(() -> library.call(NvmlFunction.SHUTDOWN));
        }
        return List.of(opening.of(NvmlFunction.INIT, library), closing.of(NvmlFunction.SHUTDOWN, library));
    }

    /// How each function is called, as the console calls it.
    private Map<NvmlFunction, IntSupplier> arguments(Pointer gpu) {
        var asked = new LinkedHashMap<NvmlFunction, IntSupplier>();
        put(asked, NvmlFunction.DRIVER_VERSION, figure, TEXT_BYTES);
        put(asked, NvmlFunction.NVML_VERSION, figure, TEXT_BYTES);
        put(asked, NvmlFunction.CUDA_VERSION, figure);
        put(asked, NvmlFunction.COUNT, figure);
        put(asked, NvmlFunction.HANDLE_BY_INDEX, 0, second);
        put(asked, NvmlFunction.UUID, gpu, figure, TEXT_BYTES);
        put(asked, NvmlFunction.NAME, gpu, figure, TEXT_BYTES);
        put(asked, NvmlFunction.PCI_INFO, gpu, figure);
        asked.put(NvmlFunction.MEMORY_V2, () -> {
            figure.setInt(NvmlLayout.MEMORY_V2.at("version"), NvmlLayout.MEMORY_V2.version(2));
            return library.call(NvmlFunction.MEMORY_V2, gpu, figure);
        });
        put(asked, NvmlFunction.MEMORY, gpu, figure);
        put(asked, NvmlFunction.UTILIZATION, gpu, figure);
        put(asked, NvmlFunction.TEMPERATURE, gpu, 0, figure);
        put(asked, NvmlFunction.POWER, gpu, figure);
        put(asked, NvmlFunction.POWER_LIMIT, gpu, figure);
        put(asked, NvmlFunction.CLOCK, gpu, 1, figure);
        put(asked, NvmlFunction.CLOCK_REASONS, gpu, figure);
        put(asked, NvmlFunction.THROTTLE_REASONS, gpu, figure);
        put(asked, NvmlFunction.FAN, gpu, figure);
        put(asked, NvmlFunction.MIG_MODE, gpu, figure, second);
        put(asked, NvmlFunction.MIG_COUNT, gpu, figure);
        put(asked, NvmlFunction.MIG_HANDLE, gpu, 0, second);
        put(asked, NvmlFunction.GPU_INSTANCE, gpu, figure);
        put(asked, NvmlFunction.COMPUTE_INSTANCE, gpu, figure);
        for (var function : PROCESS_LISTS) {
            asked.put(function, () -> {
                second.setInt(0, LIST_ENTRIES);
                return library.call(function, gpu, second, list);
            });
        }
        return asked;
    }

    private void put(Map<NvmlFunction, IntSupplier> asked, NvmlFunction function, Object... arguments) {
        asked.put(function, () -> library.call(function, arguments));
    }

    /// Of one function.
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();
        private final Set<Integer> failures = new LinkedHashSet<>();

        void add(IntSupplier asked) {
            long began = System.nanoTime();
            int code = asked.getAsInt();
            nanos.add(System.nanoTime() - began);
            if (code != NvmlCode.SUCCESS) {
                failures.add(code);
            }
        }

        Call of(NvmlFunction function, NvmlLibrary library) {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Call(function.symbol(), sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.99),
                    failures.isEmpty()
                            ? null
                            : failures.stream().map(library::words).collect(Collectors.joining(", ")));
        }

        /// Nearest rank, to a hundredth of a microsecond.
        private static double quantile(long[] sorted, double share) {
            return Math.round(sorted[(int) Math.ceil(share * sorted.length) - 1] / US * 100) / 100.0;
        }
    }
}

package dev.gravitas.gpu.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.Outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Calls that answer a figure through memory that the library fills in, and what their codes mean for the figure. The
/// memory is made once; for one thread.
final class NvmlCalls {
    private static final int SCRATCH_BYTES = 256;

    private final NvmlLibrary library;
    private final Clock clock;
    private final Memory scratch = new Memory(SCRATCH_BYTES);
    private final Memory second = new Memory(Long.BYTES);
    private final Map<Key, Instant> missingSince = new HashMap<>();

    private record Key(String gpu, NvmlFunction function) {}

    NvmlCalls(NvmlLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    /// Reads a figure from the memory that a call filled in.
    @FunctionalInterface
    interface Reader<T> {
        T read(Memory filled);
    }

    NvmlLibrary library() {
        return library;
    }

    /// What the next call fills in.
    Memory scratch() {
        return scratch;
    }

    /// A second such place, of eight bytes.
    Memory second() {
        return second;
    }

    /// A 32-bit figure of a GPU, none of which is negative.
    ///
    /// @param more arguments between the handle and the place for the figure
    Outcome<Integer> number(String gpu, NvmlFunction function, Pointer handle, Object... more) throws GpuException {
        var arguments = new Object[more.length + 2];
        arguments[0] = handle;
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[arguments.length - 1] = scratch;
        return sane(told(gpu, function, library.call(function, arguments), filled -> filled.getInt(0)),
                figure -> figure >= 0);
    }

    /// A figure, or that what the driver told cannot be one, as the -1 that stands for "not available".
    static <T> Outcome<T> sane(Outcome<T> told, Predicate<T> possible) {
        return told instanceof Outcome.Value<T>(var figure) && !possible.test(figure)
                ? new Outcome.Failed<>("The driver tells a figure that cannot be.")
                : told;
    }

    /// What a code means: a figure, or why there is none.
    ///
    /// @throws GpuException when the session is lost
    <T> Outcome<T> told(String gpu, NvmlFunction function, int code, Reader<T> reader) throws GpuException {
        if (code == NvmlCode.SUCCESS) {
            missingSince.remove(new Key(gpu, function));
            return Outcome.of(reader.read(scratch));
        }
        requireSession(code);
        return switch (code) {
            case NvmlCode.NOT_SUPPORTED -> new Outcome.NotSupported<>("This GPU does not tell it.");
            case NvmlCode.FUNCTION_NOT_FOUND -> new Outcome.NotSupported<>("This driver does not tell it.");
            case NvmlCode.NO_PERMISSION, NvmlCode.OPERATING_SYSTEM ->
                new Outcome.Refused<>("This account may not ask for it.");
            default -> new Outcome.Unavailable<>(said(code),
                    missingSince.computeIfAbsent(new Key(gpu, function), _ -> clock.instant()));
        };
    }

    /// @throws GpuException when a code says that the session is lost
    void requireSession(int code) throws GpuException {
        var fault = NvmlCode.sessionFault(code);
        if (fault != null) {
            throw new GpuException(fault, said(code));
        }
    }

    /// A code as a sentence.
    String said(int code) {
        return "The driver says: " + library.words(code) + ".";
    }

    /// The text that a call leaves in a buffer of the header's size.
    String text(NvmlFunction function, int bytes, Object... before) throws GpuException {
        scratch.clear();
        var arguments = new Object[before.length + 2];
        System.arraycopy(before, 0, arguments, 0, before.length);
        arguments[before.length] = scratch;
        arguments[before.length + 1] = bytes;
        int code = library.call(function, arguments);
        requireSession(code);
        return code == NvmlCode.SUCCESS ? scratch.getString(0, "UTF-8") : "";
    }
}

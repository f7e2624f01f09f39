package dev.gravitas.gpu.nvml;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.GpuFault;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/// The loaded library: its functions by name, each looked up once. It stays mapped into the process once loaded, as the
/// system has it.
final class NvmlLibrary {
    private final String path;
    private final Map<NvmlFunction, Function> functions = new EnumMap<>(NvmlFunction.class);

    private NvmlLibrary(NativeLibrary library, String path) {
        this.path = path;
        for (var function : NvmlFunction.values()) {
            try {
                functions.put(function, library.getFunction(function.symbol()));
            } catch (UnsatisfiedLinkError e) {
                // This driver does not have it: asking for it will answer so.
                continue;
            }
        }
    }

    /// The first one that loads.
    ///
    /// @throws GpuException when none does, with each one's reason: LIBRARY where the operator named it, else NO_DRIVER
    static NvmlLibrary load(NvmlLocations locations) throws GpuException {
        var tried = new StringJoiner("; ");
        for (var candidate : locations.candidates()) {
            try {
                var library = new NvmlLibrary(NativeLibrary.getInstance(candidate), candidate);
                if (library.has(NvmlFunction.INIT)) {
                    return library;
                }
                tried.add(candidate + ": this library is not NVML");
            } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
                tried.add(reason(candidate, e));
            }
        }
        if (locations.candidates().isEmpty()) {
            throw new GpuException(GpuFault.NO_DRIVER, "There is none for this operating system.");
        }
        throw locations.configured()
                ? new GpuException(GpuFault.LIBRARY, tried + ".")
                : new GpuException(GpuFault.NO_DRIVER, "Tried: " + tried + ".");
    }

    /// JNA puts the loader's own words into the second line.
    private static String reason(String candidate, Throwable fault) {
        var lines = String.valueOf(fault.getMessage()).lines().toList();
        String said = lines.size() > 1 ? lines.get(1).strip() : lines.getFirst();
        return said.contains(candidate) ? said : candidate + ": " + said;
    }

    /// The answer's code; FUNCTION_NOT_FOUND where the library does not have the function.
    ///
    /// @param arguments JNA's pointers, integers and longs, as the header has them
    int call(NvmlFunction function, Object... arguments) {
        var found = functions.get(function);
        return found == null ? NvmlCode.FUNCTION_NOT_FOUND : found.invokeInt(arguments);
    }

    boolean has(NvmlFunction function) {
        return functions.containsKey(function);
    }

    /// An answer in words, with its number.
    String words(int code) {
        var found = functions.get(NvmlFunction.ERROR_STRING);
        var text = found == null ? null : (Pointer) found.invoke(Pointer.class, new Object[]{code});
        return (text == null ? "NVML error" : text.getString(0, "UTF-8")) + " (" + code + ")";
    }

    String path() {
        return path;
    }
}

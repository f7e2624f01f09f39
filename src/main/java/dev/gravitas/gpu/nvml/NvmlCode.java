package dev.gravitas.gpu.nvml;

import dev.gravitas.model.GpuFault;
import org.jspecify.annotations.Nullable;

/// The answers of the library (`nvmlReturn_t`) that are told apart.
final class NvmlCode {
    static final int SUCCESS = 0;
    static final int UNINITIALIZED = 1;
    static final int NOT_SUPPORTED = 3;
    static final int NO_PERMISSION = 4;
    static final int NOT_FOUND = 6;
    static final int INSUFFICIENT_SIZE = 7;
    static final int DRIVER_NOT_LOADED = 9;
    static final int FUNCTION_NOT_FOUND = 13;
    static final int GPU_IS_LOST = 15;
    static final int OPERATING_SYSTEM = 17;
    static final int LIBRARY_MISMATCH = 18;
    static final int ARGUMENT_VERSION_MISMATCH = 25;
    static final int GPU_NOT_FOUND = 28;
    static final int UNKNOWN = 999;

    private NvmlCode() {
    }

    /// What an answer says of the whole session: null when it is fit for further questions.
    static @Nullable GpuFault sessionFault(int code) {
        return switch (code) {
            case UNINITIALIZED, GPU_IS_LOST, GPU_NOT_FOUND -> GpuFault.LOST;
            case DRIVER_NOT_LOADED -> GpuFault.NO_DRIVER;
            case LIBRARY_MISMATCH -> GpuFault.MISMATCH;
            default -> null;
        };
    }

    /// What it means that a session cannot be opened.
    static GpuFault openingFault(int code) {
        var fault = sessionFault(code);
        if (fault != null) {
            return fault;
        }
        return switch (code) {
            case NO_PERMISSION, OPERATING_SYSTEM -> GpuFault.PERMISSION;
            case NOT_FOUND -> GpuFault.NO_GPU;
            default -> GpuFault.FAILED;
        };
    }

    /// Whether an older variant of a call may know what this one does not. Some drivers say UNKNOWN there.
    static boolean mayHaveOlder(int code) {
        return code == FUNCTION_NOT_FOUND || code == ARGUMENT_VERSION_MISMATCH || code == UNKNOWN;
    }
}

package dev.gravitas.gpu;

import dev.gravitas.model.GpuFault;
import org.jspecify.annotations.Nullable;

/// No GPU can be read now.
public final class GpuException extends Exception {
    private static final long serialVersionUID = 1L;

    private final GpuFault fault;

    /// @param detail what the driver said, null for nothing
    public GpuException(GpuFault fault, @Nullable String detail) {
        super(detail == null ? fault.what() : fault.what() + " " + detail);
        this.fault = fault;
    }

    public GpuFault fault() {
        return fault;
    }
}

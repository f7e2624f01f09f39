package dev.gravitas.gpu;

import dev.gravitas.model.DriverVersions;

import java.util.List;

/// Something that knows GPUs. For one thread, except [#close].
///
/// A session with the driver is opened by the first question and lasts until it is released or turns out to be lost; then the
/// next question opens another.
public interface GpuSource extends AutoCloseable {
    /// The GPUs, found anew: what was found before is not used any more.
    ///
    /// @throws GpuException when there is nothing to be read; the session is closed then
    List<GpuDevice> devices() throws GpuException;

    /// @throws GpuException as [#devices]
    DriverVersions versions() throws GpuException;

    /// Closes the session, so that the driver can be unloaded. The next question opens another.
    void release();

    @Override
    default void close() {
        release();
    }
}

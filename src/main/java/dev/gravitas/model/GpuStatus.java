package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What is known of all GPUs right now. Immutable, so it is handed from the poller to everyone by one reference.
///
/// @param versions null until a driver answered
/// @param fault why nothing is read now, null for well; then `gpus` are the last readings
/// @param detail more about the fault, from the driver where it said something; null for no more
/// @param since when the fault was first noticed, null without one
/// @param gpus in the order of their index
/// @param callMillis spent inside the driver by the last round, milliseconds
public record GpuStatus(@Nullable DriverVersions versions, @Nullable GpuFault fault, @Nullable String detail,
        @Nullable Instant since, List<GpuReading> gpus, double callMillis) {
    public GpuStatus {
        gpus = List.copyOf(gpus);
    }

    /// The same readings, and why there are no newer ones.
    public GpuStatus failing(GpuFault reason, @Nullable String more, Instant now) {
        return new GpuStatus(versions, reason, more, fault == reason && since != null ? since : now, gpus, callMillis);
    }

    public boolean well() {
        return fault == null;
    }
}

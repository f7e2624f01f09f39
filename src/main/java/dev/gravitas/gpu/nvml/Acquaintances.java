package dev.gravitas.gpu.nvml;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.LostDevice;
import dev.gravitas.model.GpuIdentity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Knows a GPU that is lost, and tells nothing of itself any more, by the place at which it was read before.
final class Acquaintances {
    private final Map<Integer, GpuIdentity> met = new HashMap<>();

    /// The devices, strangers among them replaced where only one GPU can be meant.
    List<GpuDevice> recognise(List<GpuDevice> devices) {
        devices.stream()
                .map(GpuDevice::identity)
                .filter(gpu -> gpu.part() == null && gpu.isKnown())
                .forEach(gpu -> met.put(gpu.index(), gpu));
        return devices.stream().map(device -> recognised(device, devices)).toList();
    }

    private GpuDevice recognised(GpuDevice device, List<GpuDevice> all) {
        if (!(device instanceof LostDevice(var stranger, var said)) || stranger.isKnown()) {
            return device;
        }
        var earlier = met.get(stranger.index());
        // Indices change when the driver counts anew; then it may be at another place.
        return earlier == null || all.stream().anyMatch(other -> other.identity().id().equals(earlier.id()))
                ? device
                : new LostDevice(earlier, said);
    }
}

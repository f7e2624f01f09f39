package dev.gravitas.gpu;

import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuReading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks each GPU what is due, its memory and use always, and keeps of the rest what was told last: that costs more or
/// changes less. For the poller's thread.
final class GpuRound {
    private final HolderNames names;
    private final Clock clock;
    private Map<String, GpuReading> last = Map.of();

    GpuRound(HolderNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /// @param everything whether what changes slowly or costs much is due too
    List<GpuReading> read(List<GpuDevice> devices, boolean everything) throws GpuException {
        Map<String, GpuReading> now = new HashMap<>();
        var readings = new ArrayList<GpuReading>();
        for (var device : devices) {
            var before = last.get(device.identity().id());
            var reading = before == null || everything ? whole(device) : brief(device, before);
            readings.add(reading);
            now.put(device.identity().id(), reading);
        }
        last = now;
        return readings;
    }

    private GpuReading whole(GpuDevice device) throws GpuException {
        var activity = new GpuActivity(device.busy(), device.temperature(), device.power(), device.powerLimit(),
                device.clock(), device.slowedBy(), device.fan());
        var holders = device.holds().map(holds -> holds.stream().map(names::named).toList());
        return new GpuReading(device.identity(), clock.instant(), device.vram(), activity, holders);
    }

    private GpuReading brief(GpuDevice device, GpuReading before) throws GpuException {
        return new GpuReading(device.identity(), clock.instant(), device.vram(),
                before.activity().withBusy(device.busy()), before.holders());
    }
}

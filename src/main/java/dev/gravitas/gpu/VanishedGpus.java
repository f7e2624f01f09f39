package dev.gravitas.gpu;

import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps GPUs that were there and are not listed any more in sight for a while, as gone: nobody is known to hold memory of them.
/// That holds for a part too, which goes when its GPU is divided anew.
final class VanishedGpus {
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, GpuIdentity> known = new LinkedHashMap<>();
    private final Map<String, Instant> goneSince = new LinkedHashMap<>();

    VanishedGpus(Clock clock) {
        this.clock = clock;
    }

    /// The readings, and behind them the GPUs that are missing among them.
    List<GpuReading> with(List<GpuReading> readings) {
        Set<String> here = readings.stream().map(GpuReading::gpu).map(GpuIdentity::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        goneSince.keySet().removeAll(here);
        readings.stream()
                .map(GpuReading::gpu)
                .filter(GpuIdentity::isKnown)
                .forEach(gpu -> known.put(gpu.id(), gpu));
        known.keySet().stream().filter(id -> !here.contains(id)).forEach(id -> goneSince.putIfAbsent(id, now));
        goneSince.values().removeIf(since -> since.plus(SHOWN).isBefore(now));
        known.keySet().removeIf(id -> !here.contains(id) && !goneSince.containsKey(id));
        var all = new ArrayList<>(readings);
        known.forEach((id, gpu) -> {
            Instant since = goneSince.get(id);
            if (since != null) {
                all.add(GpuReading.lost(gpu, new GpuLoss(GpuLoss.Kind.UNLISTED, since), now));
            }
        });
        return all;
    }
}

package dev.gravitas.gpu;

import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.Outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps GPUs that were there and are not listed any more in sight for a while, as gone.
final class VanishedGpus {
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, GpuReading> known = new LinkedHashMap<>();
    private final Map<String, Instant> goneSince = new LinkedHashMap<>();

    VanishedGpus(Clock clock) {
        this.clock = clock;
    }

    boolean hadSome() {
        return !known.isEmpty();
    }

    /// The readings, and behind them the GPUs that are missing among them.
    List<GpuReading> with(List<GpuReading> readings) {
        Set<String> here = readings.stream().map(GpuReading::gpu).map(GpuIdentity::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        goneSince.keySet().removeAll(here);
        readings.stream()
                .filter(reading -> reading.gpu().isKnown())
                .forEach(reading -> known.put(reading.gpu().id(), reading));
        known.keySet().stream().filter(id -> !here.contains(id)).forEach(id -> goneSince.putIfAbsent(id, now));
        goneSince.values().removeIf(since -> since.plus(SHOWN).isBefore(now));
        known.keySet().removeIf(id -> !here.contains(id) && !goneSince.containsKey(id));
        var all = new ArrayList<>(readings);
        known.forEach((id, last) -> {
            Instant since = goneSince.get(id);
            if (since != null) {
                all.add(gone(last, since, now));
            }
        });
        return all;
    }

    private static GpuReading gone(GpuReading last, Instant since, Instant now) {
        // A part goes when its GPU is divided anew, and nobody is left in it.
        Outcome<List<GpuHolder>> holders = last.gpu().part() == null ? last.holders() : unlisted(since);
        return new GpuReading(last.gpu(), now, unlisted(since), last.activity(), holders);
    }

    private static <T> Outcome<T> unlisted(Instant since) {
        return new Outcome.Unavailable<>("The driver does not list this GPU any more.", since);
    }
}

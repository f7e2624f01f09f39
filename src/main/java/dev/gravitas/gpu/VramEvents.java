package dev.gravitas.gpu;

import dev.gravitas.model.EventType;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Turns readings into events: `VRAM_CHECK` in its rhythm, `VRAM_LOCKOUT` and `VRAM_LOCKOUT_END` once per episode
/// (specification section 3). On the poller's thread; handing an event over never waits.
public final class VramEvents implements GpuListener {
    private static final Duration REMEMBER_EVERY = Duration.ofSeconds(10);
    private static final int TOP_HOLDERS = 5;
    private static final String SUCCESS = "success";

    private final EventSink sink;
    private final LockoutThreshold threshold;
    private final EpisodeMemory memory;
    private final LongSupplier nanos;
    private final Map<String, CheckRhythm> rhythms = new HashMap<>();
    private final Map<String, LockoutRule> rules = new LinkedHashMap<>();
    private volatile List<LockoutEpisode> running = List.of();
    private long remembered;

    /// Where events go: [dev.gravitas.telemetry.TelemetryLogger#log].
    @FunctionalInterface
    public interface EventSink {
        void log(String eventType, String component, @Nullable Double value, Map<String, ?> metadata, String status);
    }

    /// Ends what an earlier process left open, as of when it was last seen.
    ///
    /// @param nanos a clock that never steps
    public VramEvents(EventSink sink, LockoutThreshold threshold, EpisodeMemory memory, LongSupplier nanos) {
        this.sink = sink;
        this.threshold = threshold;
        this.memory = memory;
        this.nanos = nanos;
        var left = memory.left();
        left.forEach(episode -> end(episode, episode.lastSeen(), LockoutEnd.CONSOLE_STOPPED));
        if (!left.isEmpty()) {
            memory.keep(List.of());
        }
    }

    /// Lockouts that last now.
    public List<LockoutEpisode> running() {
        return running;
    }

    @Override
    public void heard(GpuStatus status) {
        long now = nanos.getAsLong();
        unheard(status, now);
        if (!status.well()) {
            return;
        }
        for (var reading : status.gpus()) {
            var vram = reading.vram().orNull();
            if (vram != null) {
                check(reading, vram, now);
                lockout(status, reading, vram, now);
            }
        }
        if (!running.isEmpty() && now - remembered >= REMEMBER_EVERY.toNanos()) {
            remember(now);
        }
    }

    /// A row of a lockout names those who hold memory then; who filled it may have come since the last list of processes.
    @Override
    public boolean asksForHolders(String gpu, VramReading vram) {
        return rule(gpu).turnsOn(vram, nanos.getAsLong());
    }

    private LockoutRule rule(String gpu) {
        return rules.computeIfAbsent(gpu, id -> new LockoutRule(id, threshold));
    }

    private void check(GpuReading reading, VramReading vram, long now) {
        var rhythm = rhythms.computeIfAbsent(reading.gpu().id(), _ -> new CheckRhythm());
        if (!rhythm.due(vram, now)) {
            return;
        }
        var metadata = named(reading);
        metadata.put("used", mib(vram.usedBytes()));
        metadata.put("total", mib(vram.totalBytes()));
        metadata.put("percentage", tenths(vram.usedPercent()));
        if (vram.reservedBytes() != null) {
            metadata.put("reserved", mib(vram.reservedBytes()));
        }
        var low = rhythm.row(vram, now);
        metadata.put("min_free", mib(low.bytes()));
        metadata.put("min_free_began_s", tenths(low.beganSecondsAgo(now)));
        metadata.put("min_free_ended_s", tenths(low.endedSecondsAgo(now)));
        metadata.put("unit", "MiB");
        metadata.put("memory_api", vram.source().word());
        sink.log(EventType.VRAM_CHECK, reading.gpu().id(), mib(vram.freeBytes()), metadata, SUCCESS);
    }

    private void lockout(GpuStatus status, GpuReading reading, VramReading vram, long now) {
        switch (rule(reading.gpu().id()).heard(vram, now, reading.at())) {
            case LockoutRule.Change.None _ -> look();
            case LockoutRule.Change.Began(var episode) -> {
                begin(reading.heldBy(status.allHolders(reading)), vram, episode);
                remember(now);
            }
            case LockoutRule.Change.Ended ended -> end(ended, now);
        }
    }

    private void unheard(GpuStatus status, long now) {
        Set<String> gone = status.gpus()
                .stream()
                .filter(GpuReading::unlisted)
                .map(reading -> reading.gpu().id())
                .collect(Collectors.toSet());
        rules.forEach((gpu, rule) -> {
            if (rule.unheard(now, gone.contains(gpu)) instanceof LockoutRule.Change.Ended ended) {
                end(ended, now);
            }
        });
    }

    private void end(LockoutRule.Change.Ended ended, long now) {
        end(ended.episode(), ended.ended(), ended.how());
        remember(now);
    }

    private void begin(GpuReading reading, VramReading vram, LockoutEpisode episode) {
        var metadata = named(reading);
        metadata.put("trigger_threshold", mib(episode.thresholdBytes()));
        metadata.put("free_vram", mib(vram.freeBytes()));
        metadata.put("unit", "MiB");
        metadata.put("episode", episode.id());
        metadata.put("top_holders", top(reading));
        put(metadata, "holders_missing", reading.holders().why());
        sink.log(EventType.VRAM_LOCKOUT, episode.gpu(), 0.0, metadata, SUCCESS);
    }

    private void end(LockoutEpisode episode, Instant ended, LockoutEnd how) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("episode", episode.id());
        metadata.put("began", episode.began().toString());
        metadata.put("lowest_free", mib(episode.lowestFreeBytes()));
        metadata.put("unit", "MiB");
        metadata.put("ended_by", how.word());
        sink.log(EventType.VRAM_LOCKOUT_END, episode.gpu(),
                Math.max(0, Duration.between(episode.began(), ended).toNanos() / 1e9), metadata, SUCCESS);
    }

    private static List<Map<String, Object>> top(GpuReading reading) {
        var holders = reading.holders().orNull();
        if (holders == null) {
            return List.of();
        }
        return holders.stream()
                .filter(holder -> holder.vramBytes() != null)
                .sorted(GpuHolder.LARGEST_FIRST)
                .limit(TOP_HOLDERS)
                .map(VramEvents::holder)
                .toList();
    }

    private static Map<String, Object> holder(GpuHolder holder) {
        var told = new LinkedHashMap<String, Object>();
        told.put("pid", holder.pid());
        if (holder.name() != null) {
            told.put("program", holder.name());
        }
        if (holder.model() != null) {
            told.put("model", holder.model());
        }
        told.put("used", mib(Objects.requireNonNull(holder.vramBytes())));
        return told;
    }

    private static LinkedHashMap<String, Object> named(GpuReading reading) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("gpu_index", reading.gpu().index());
        metadata.put("gpu_name", reading.gpu().name());
        var part = reading.gpu().part();
        if (part != null) {
            metadata.put("part_of", part.whole());
            put(metadata, "gpu_instance", part.gpuInstance());
            put(metadata, "compute_instance", part.computeInstance());
        }
        return metadata;
    }

    private static void put(Map<String, Object> metadata, String name, @Nullable Object told) {
        if (told != null) {
            metadata.put(name, told);
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double mib(long bytes) {
        return Math.round(bytes * 1000.0 / VramReading.MIB) / 1000.0;
    }

    private void look() {
        var lasting = new ArrayList<LockoutEpisode>();
        rules.values().forEach(rule -> {
            var episode = rule.running();
            if (episode != null) {
                lasting.add(episode);
            }
        });
        running = List.copyOf(lasting);
    }

    private void remember(long now) {
        look();
        remembered = now;
        memory.keep(running);
    }
}

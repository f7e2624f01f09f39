package dev.gravitas.demo;

import dev.gravitas.model.EventStatus;
import dev.gravitas.model.EventType;
import dev.gravitas.model.LockoutEnd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the console would have recorded of a GPU in the history, in the shape of its own rows.
record GpuPast(Scenario scenario, ScriptedGpu gpu) {
    private static final int CHECK_EVERY = 600;
    private static final int LOOK_EVERY = 30;
    /// The last of the history, so that what the GPU does now begins where it ends.
    private static final double LAST_CHECK = -1;
    /// A lockout is told once it has lasted some seconds.
    private static final double TOLD_AFTER = 3;
    private static final double MS = 1000;

    /// In `[from, to)`, seconds since the start.
    List<DemoEvent> between(double from, double to) {
        var events = new ArrayList<DemoEvent>();
        for (double at = Math.ceil(from / CHECK_EVERY) * CHECK_EVERY; at < to; at += CHECK_EVERY) {
            if (gpu.answers(at)) {
                events.add(check(at));
            }
        }
        if (from <= LAST_CHECK && LAST_CHECK < to) {
            events.add(check(LAST_CHECK));
        }
        gpu.loads(from, to).forEach(load -> events.add(load(scenario, load)));
        for (var lockout : gpu.lockouts()) {
            double began = lockout.from() + TOLD_AFTER;
            double ended = lockout.from() + lockout.seconds();
            if (began >= from && began < to) {
                events.add(begin(lockout));
            }
            if (ended >= from && ended < to) {
                events.add(end(lockout));
            }
        }
        return events;
    }

    static DemoEvent load(Scenario scenario, ScriptedGpu.Loaded load) {
        var told = new LinkedHashMap<String, Object>();
        told.put("model", load.model().name());
        told.put("load_time_ms", load.seconds() * MS);
        return new DemoEvent(scenario.at(load.second()), EventType.LOAD_LATENCY, load.model().name(), load.seconds(),
                told,
                load.success() ? EventStatus.SUCCESS : EventStatus.ERROR);
    }

    private DemoEvent check(double at) {
        var told = named();
        double used = gpu.used(at);
        int total = gpu.card().totalMib();
        told.put("used", Exact.eighths(used));
        told.put("total", total);
        told.put("percentage", Math.round(1000 * used / total) / 10.0);
        told.put("reserved", ScriptedGpu.RESERVED);
        told.put("min_free", Exact.eighths(leastFree(at - CHECK_EVERY, at)));
        told.put("unit", "MiB");
        told.put("memory_api", "v2");
        return event(at, EventType.VRAM_CHECK, Exact.eighths(gpu.free(at)), told);
    }

    private double leastFree(double from, double to) {
        double least = gpu.free(to);
        for (double at = from; at < to; at += LOOK_EVERY) {
            least = gpu.answers(at) ? Math.min(least, gpu.free(at)) : least;
        }
        return least;
    }

    private DemoEvent begin(Scenario.Span lockout) {
        double at = lockout.from() + TOLD_AFTER;
        var told = named();
        told.put("trigger_threshold", gpu.card().thresholdMib());
        told.put("free_vram", Exact.eighths(gpu.free(at)));
        told.put("unit", "MiB");
        told.put("episode", episode(lockout));
        told.put("top_holders", gpu.held(at).stream().map(GpuPast::holder).toList());
        return event(at, EventType.VRAM_LOCKOUT, 0.0, told);
    }

    private static Map<String, Object> holder(ScriptedGpu.Held held) {
        var told = new LinkedHashMap<String, Object>();
        told.put("pid", held.pid());
        told.put("program", held.program());
        told.put("model", held.model().name());
        told.put("used", Exact.eighths(held.mib()));
        return told;
    }

    private DemoEvent end(Scenario.Span lockout) {
        double ended = lockout.from() + lockout.seconds();
        var told = new LinkedHashMap<String, Object>();
        told.put("episode", episode(lockout));
        told.put("began", scenario.at(lockout.from()).toString());
        told.put("lowest_free", Exact.eighths(leastFree(lockout.from(), ended - 1)));
        told.put("unit", "MiB");
        told.put("ended_by", LockoutEnd.RECOVERED.word());
        return event(ended, EventType.VRAM_LOCKOUT_END, lockout.seconds(), told);
    }

    private String episode(Scenario.Span lockout) {
        var name = scenario.seed() + " " + gpu.card().id() + " " + lockout.from();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private LinkedHashMap<String, Object> named() {
        var told = new LinkedHashMap<String, Object>();
        told.put("gpu_index", gpu.card().index());
        told.put("gpu_name", gpu.card().name());
        return told;
    }

    private DemoEvent event(double at, String type, double value, Map<String, Object> told) {
        return new DemoEvent(scenario.at(at), type, gpu.card().id(), value, told, EventStatus.SUCCESS);
    }
}

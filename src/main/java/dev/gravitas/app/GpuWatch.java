package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.GpuSettings;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.GpuListener;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.gpu.PolledGpus;
import dev.gravitas.gpu.VramEvents;
import dev.gravitas.gpu.VramHistory;
import dev.gravitas.gpu.VramPoller;
import dev.gravitas.model.LockoutEpisode;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// How this process watches the GPUs: the poller on a thread of its own, who hears of it, and the release that all consoles on
/// a data folder share. A recorder writes events of what it sees; a viewer only looks. Closed by the lifecycle.
final class GpuWatch {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ScheduledExecutorService timer;
    /// The other one may be held up by the driver.
    private final ScheduledExecutorService watchdog;
    private final VramPoller poller;
    private final GpuRelease release;
    private final GpuBoard board;
    private final LockoutThreshold threshold;

    private GpuWatch(DataFolder folder, Gpus gpus, Clock clock, Lifecycle lifecycle, @Nullable VramEvents events) {
        var history = new VramHistory();
        var listeners = new ArrayList<GpuListener>(List.of(history));
        Supplier<List<LockoutEpisode>> lockouts = List::of;
        if (events != null) {
            listeners.add(events);
            lockouts = events::running;
        }
        threshold = gpus.threshold();
        timer = Threads.timer("gpu", lifecycle);
        watchdog = Threads.timer("gpu-watchdog", lifecycle);
        poller = lifecycle.add("GPU poller", LIMIT,
                new VramPoller(gpus.source(), gpus.sleepCheck(), gpus.names(), clock,
                        System::nanoTime, timer, listeners));
        release = new GpuRelease(new ReleaseFile(folder.gpuRelease()), poller::release, poller::resume);
        board = new PolledGpus(poller, history, gpus.threshold(), lockouts, release::release, release::resume);
    }

    static GpuWatch ofViewer(DataFolder folder, GpuSettings settings, Clock clock, Lifecycle lifecycle) {
        return new GpuWatch(folder, Gpus.of(folder, settings, clock), clock, lifecycle, null);
    }

    /// Ends a release from before.
    static GpuWatch ofRecorder(DataFolder folder, GpuSettings settings, Clock clock, Lifecycle lifecycle,
            VramEvents.EventSink sink) {
        var gpus = Gpus.of(folder, settings, clock);
        var events = new VramEvents(sink, gpus.threshold(), new EpisodeFile(folder.vramEpisodes()), System::nanoTime);
        var watch = new GpuWatch(folder, gpus, clock, lifecycle, events);
        watch.release.forget();
        return watch;
    }

    void start() {
        release.start(timer);
        poller.start();
        watchdog.scheduleWithFixedDelay(poller::watch, 1, 1, TimeUnit.SECONDS);
    }

    /// Below how much free memory a GPU is locked out; what is set there counts at once.
    LockoutThreshold threshold() {
        return threshold;
    }

    GpuBoard board() {
        return board;
    }
}

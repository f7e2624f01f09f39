package dev.gravitas.gpu;

import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Asks the GPUs in a rhythm, on one thread, and publishes what they say. A call that does not come back holds up that
/// thread alone: whoever asks for the state is told so, and nothing queues behind it.
///
/// Memory and use are read each second, all else every five seconds, because the list of processes costs more than everything
/// else together and holds a lock in the driver; sooner only where a listener asks for it. While memory moves fast, as when a model is loaded, rounds follow each other
/// four times as fast for half a minute at most.
public final class VramPoller implements AutoCloseable {
    static final Duration TICK = Duration.ofMillis(250);
    static final Duration ROUND = Duration.ofSeconds(1);
    static final Duration WHOLE_ROUND = Duration.ofSeconds(5);
    /// Far longer than any call takes, and short enough to be told within five seconds.
    static final Duration STUCK = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(VramPoller.class);

    private final GpuSource source;
    private final GpuRest rest;
    private final GpuRound round;
    private final VanishedGpus vanished;
    private final Haste haste;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timer;
    private final List<GpuListener> listeners;

    private volatile GpuStatus published;
    /// When the round that runs now began, 0 for none.
    private volatile long roundBegan;
    private volatile boolean released;
    private volatile boolean closed;
    private volatile boolean hanging;
    private @Nullable DriverVersions versions;
    private @Nullable ScheduledFuture<?> ticking;
    private final RetryPace pace = new RetryPace();
    private long nextRound;
    private long nextWhole;

    /// @param nanos a clock that never steps, as [System#nanoTime]
    /// @param timer one thread, which calls of the driver may hold up
    /// @param listeners hear of each round, on that thread
    public VramPoller(GpuSource source, SleepCheck sleep, HolderNames names, Clock clock, LongSupplier nanos,
            ScheduledExecutorService timer, List<GpuListener> listeners) {
        this.source = source;
        this.rest = new GpuRest(sleep);
        this.round = new GpuRound(names, clock, this::holdersMatter);
        this.vanished = new VanishedGpus(clock);
        this.haste = new Haste();
        this.clock = clock;
        this.nanos = nanos;
        this.timer = timer;
        this.listeners = List.copyOf(listeners);
        this.published = new GpuStatus(null, GpuFault.STARTING, null, clock.instant(), List.of(), 0);
        this.nextRound = nanos.getAsLong();
        this.nextWhole = nextRound;
    }

    /// Begins to ask.
    public void start() {
        ticking = timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is known now; never waits.
    public GpuStatus status() {
        var last = published;
        long began = roundBegan;
        long taken = nanos.getAsLong() - began;
        return began == 0 || taken < STUCK.toNanos()
                ? last
                : last.failing(GpuFault.HUNG, null, clock.instant().minusNanos(taken));
    }

    /// Writes into the log that a call of the driver does not come back, and that it did; never waits. By another thread than
    /// the one that asks.
    public void watch() {
        boolean now = status().fault() == GpuFault.HUNG;
        if (now != hanging) {
            hanging = now;
            if (now) {
                LOG.warn("{}", GpuFault.HUNG.what());
            } else {
                LOG.info("The NVIDIA driver answers again.");
            }
        }
    }

    /// Closes the session with the driver before the next round, so that the driver can be unloaded.
    public void release() {
        released = true;
        timer.execute(this::tick);
    }

    /// Asks again after [#release].
    public void resume() {
        released = false;
        timer.execute(() -> nextRound = nanos.getAsLong());
    }

    /// One look at whether something is due.
    void tick() {
        long now = nanos.getAsLong();
        if (closed || !released && now - nextRound < 0) {
            return;
        }
        roundBegan = now == 0 ? 1 : now;
        try {
            publish(released ? letGo() : ask(now));
        } finally {
            roundBegan = 0;
        }
    }

    private GpuStatus letGo() {
        source.release();
        versions = null;
        return published.failing(GpuFault.RELEASED, null, clock.instant());
    }

    private GpuStatus ask(long now) {
        try {
            // An open session keeps the GPU awake, so only without one it can be asleep.
            if (versions == null && rest.sleeping(now)) {
                nextRound = now + WHOLE_ROUND.toNanos();
                return published.failing(GpuFault.ASLEEP, null, clock.instant());
            }
            return read(now);
        } catch (GpuException e) {
            return e.fault() == GpuFault.NO_GPU
                    ? noneCounted(e, now)
                    : failed(published, e.fault(), e.getMessage(), now);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The GPUs could not be read", e);
            return failed(published, GpuFault.FAILED, e.toString(), now);
        }
    }

    private GpuStatus read(long now) throws GpuException {
        boolean everything = now - nextWhole >= 0;
        var software = versions == null ? source.versions() : versions;
        versions = software;
        List<GpuReading> readings = vanished.with(round.read(source.devices(), everything));
        var silence = round.silence();
        if (silence != null) {
            return failed(published.with(readings), silence.fault(), silence.getMessage(), now);
        }
        if (everything) {
            nextWhole = now + WHOLE_ROUND.toNanos();
            if (!round.complete() || rest.begins(readings, now)) {
                source.release();
                versions = null;
            }
        }
        pace.worked();
        nextRound = now + (haste.after(readings, now) ? TICK : ROUND).toNanos();
        return new GpuStatus(software, null, null, null, readings, (nanos.getAsLong() - now) / 1e6);
    }

    /// GPUs that were there before are gone; without one the machine has none.
    private GpuStatus noneCounted(GpuException e, long now) {
        var gone = vanished.with(List.of());
        return failed(published.with(gone), gone.isEmpty() ? GpuFault.NO_GPU : GpuFault.LOST, e.getMessage(), now);
    }

    private GpuStatus failed(GpuStatus known, GpuFault fault, @Nullable String detail, long now) {
        source.release();
        versions = null;
        nextWhole = now;
        nextRound = now + pace.failed(fault).toNanos();
        if (published.fault() != fault) {
            LOG.info("{}", detail);
        }
        return known.failing(fault, detail, clock.instant());
    }

    private boolean holdersMatter(String gpu, VramReading vram) {
        return listeners.stream().anyMatch(listener -> listener.asksForHolders(gpu, vram));
    }

    private void publish(GpuStatus status) {
        if (published.fault() != null && status.well()) {
            LOG.info("GPUs are read: {}", status.gpus().stream().map(reading -> reading.gpu().name()).toList());
        }
        published = status;
        listeners.forEach(listener -> tell(listener, status));
    }

    private static void tell(GpuListener listener, GpuStatus status) {
        try {
            listener.heard(status);
        } catch (RuntimeException e) {
            LOG.warn("A listener of the GPUs failed", e);
        }
    }

    /// Ends the asking and closes the session, where no call holds it up.
    @Override
    public void close() {
        closed = true;
        if (ticking != null) {
            ticking.cancel(false);
        }
        if (roundBegan == 0) {
            source.close();
        }
    }
}

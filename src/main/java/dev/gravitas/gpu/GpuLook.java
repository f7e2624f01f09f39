package dev.gravitas.gpu;

import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuStatus;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;

/// One reading of everything, without a poller, after which the session is closed.
public record GpuLook(GpuSource source, SleepCheck sleep, HolderNames names, Clock clock) {
    /// May take as long as the driver does.
    public GpuStatus read() {
        if (sleep.asleep()) {
            return without(GpuFault.ASLEEP, null);
        }
        long began = System.nanoTime();
        try {
            var versions = source.versions();
            var round = new GpuRound(names, clock, (_, _) -> false);
            var readings = round.read(source.devices(), true);
            var status = new GpuStatus(versions, null, null, null, readings, (System.nanoTime() - began) / 1e6);
            var silence = round.silence();
            return silence == null
                    ? status
                    : status.failing(silence.fault(), silence.getMessage(), clock.instant());
        } catch (GpuException e) {
            return without(e.fault(), e.getMessage());
        } finally {
            source.release();
        }
    }

    private GpuStatus without(GpuFault fault, @Nullable String detail) {
        return new GpuStatus(null, fault, detail, clock.instant(), List.of(), 0);
    }
}

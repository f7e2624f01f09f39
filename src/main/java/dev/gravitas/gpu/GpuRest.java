package dev.gravitas.gpu;

import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.Outcome;

import java.time.Duration;
import java.util.List;

/// Lets a GPU that may sleep fall asleep, and does not wake it: a session with the driver keeps it awake, so the session is
/// closed once nobody has used the GPU for a while, and opened again once somebody has woken it.
final class GpuRest {
    private static final Duration UNUSED = Duration.ofSeconds(30);
    /// A GPU that does not fall asleep in this time is kept awake by something else.
    private static final Duration FALLING_ASLEEP = Duration.ofSeconds(60);

    private final SleepCheck check;
    private boolean unused;
    private long unusedSince;
    /// The session is closed so that the GPU may sleep.
    private boolean resting;
    private long restingSince;
    private boolean seenAsleep;

    GpuRest(SleepCheck check) {
        this.check = check;
    }

    /// Whether opening a session would wake the GPU, or keep it from falling asleep.
    boolean sleeping(long now) {
        if (check.asleep()) {
            resting = true;
            seenAsleep = true;
            return true;
        }
        boolean woken = seenAsleep || now - restingSince >= FALLING_ASLEEP.toNanos();
        if (resting && woken) {
            resting = false;
            unused = false;
        }
        return resting;
    }

    /// Whether rest begins: the session should be closed now, because nobody uses the GPU.
    boolean begins(List<GpuReading> readings, long now) {
        if (!readings.stream().allMatch(GpuRest::idle) || !check.maySleep()) {
            unused = false;
            return false;
        }
        if (!unused) {
            unused = true;
            unusedSince = now;
        }
        if (now - unusedSince < UNUSED.toNanos()) {
            return false;
        }
        resting = true;
        restingSince = now;
        seenAsleep = false;
        return true;
    }

    private static boolean idle(GpuReading reading) {
        // Who is not told may use it.
        return reading.holders() instanceof Outcome.Value<List<GpuHolder>>(var holders) && holders.isEmpty();
    }
}

package dev.gravitas.gpu;

import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Decides for one GPU when a lockout begins and ends. A dip of some seconds is none, and one that wavers around the
/// threshold is one: it begins after free memory stayed below the threshold, and ends after it stayed a quarter above it. A
/// time without readings decides nothing, unless it gets long; an end that came about in one was not seen.
final class LockoutRule {
    static final Duration BEGINS_AFTER = Duration.ofSeconds(3);
    static final Duration ENDS_AFTER = Duration.ofSeconds(10);
    /// Readings farther apart than this have a gap between them, in which nothing is known to have lasted.
    static final Duration GAP = Duration.ofSeconds(5);
    /// Nobody would say after it that a lockout still lasts.
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    /// How long after it was taken a reading may be heard.
    private static final Duration LATE = Duration.ofMillis(250);
    private static final double CLEARLY_ABOVE = 1.25;

    private final String gpu;
    private final LockoutThreshold threshold;
    private @Nullable LockoutEpisode episode;
    private @Nullable Since waiting;
    private long lastHeard;

    /// A change that has not lasted long enough yet.
    private record Since(long nanos, Instant time, long lowestFree) {}

    /// What a reading changed.
    sealed interface Change {
        /// Nothing.
        record None() implements Change {}

        record Began(LockoutEpisode episode) implements Change {}

        /// @param ended when free memory came back, which is some seconds before it is told; where that was not seen, when it
        ///     was last below
        record Ended(LockoutEpisode episode, Instant ended, LockoutEnd how) implements Change {}
    }

    private static final Change NONE = new Change.None();

    LockoutRule(String gpu, LockoutThreshold threshold) {
        this.gpu = gpu;
        this.threshold = threshold;
    }

    /// @param nanos of a clock that never steps
    Change heard(VramReading vram, long nanos, Instant now) {
        if (nanos - lastHeard > GAP.toNanos()) {
            waiting = null;
        }
        lastHeard = nanos;
        long limit = threshold.bytes(vram.totalBytes());
        return episode == null
                ? whileFree(vram.freeBytes(), limit, nanos, now)
                : whileLocked(episode, vram.freeBytes(), nanos, now);
    }

    private Change whileFree(long free, long limit, long nanos, Instant now) {
        if (free >= limit) {
            waiting = null;
            return NONE;
        }
        var since = waiting == null
                ? new Since(nanos, now, free)
                : new Since(waiting.nanos(), waiting.time(), Math.min(free, waiting.lowestFree()));
        waiting = since;
        if (nanos - since.nanos() < BEGINS_AFTER.toNanos()) {
            return NONE;
        }
        waiting = null;
        var begun = new LockoutEpisode(UUID.randomUUID().toString(), gpu, since.time(), now, limit, since.lowestFree());
        episode = begun;
        return new Change.Began(begun);
    }

    private Change whileLocked(LockoutEpisode running, long free, long nanos, Instant now) {
        if (free < running.thresholdBytes() * CLEARLY_ABOVE) {
            waiting = null;
            episode = running.seen(now, free);
            return NONE;
        }
        var since = waiting == null ? new Since(nanos, now, free) : waiting;
        waiting = since;
        if (nanos - since.nanos() < ENDS_AFTER.toNanos()) {
            return NONE;
        }
        waiting = null;
        episode = null;
        return Duration.between(running.lastSeen(), since.time()).compareTo(GAP) > 0
                ? new Change.Ended(running, running.lastSeen(), LockoutEnd.UNSEEN)
                : new Change.Ended(running, since.time(), LockoutEnd.RECOVERED);
    }

    /// What it changes that the GPU is not read now.
    ///
    /// @param gone whether the driver does not list it any more
    Change unheard(long nanos, boolean gone) {
        var running = episode;
        if (running == null || !gone && nanos - lastHeard <= FORGOTTEN_AFTER.toNanos()) {
            return NONE;
        }
        episode = null;
        waiting = null;
        return new Change.Ended(running, running.lastSeen(), gone ? LockoutEnd.GPU_GONE : LockoutEnd.UNSEEN);
    }

    /// Whether a reading, when it is heard, begins the wait for a lockout or ends it in one. Changes nothing.
    ///
    /// @param nanos of a clock that never steps
    boolean turnsOn(VramReading vram, long nanos) {
        if (episode != null || vram.freeBytes() >= threshold.bytes(vram.totalBytes())) {
            return false;
        }
        var since = nanos - lastHeard > GAP.toNanos() ? null : waiting;
        return since == null || nanos - since.nanos() >= BEGINS_AFTER.minus(LATE).toNanos();
    }

    /// The lockout that lasts now, null for none.
    @Nullable
    LockoutEpisode running() {
        return episode;
    }
}

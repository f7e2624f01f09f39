package dev.gravitas.ui.shell;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// What the operator meets while the database stands still in the middle of everything.
final class FrozenDatabase {
    private static final List<Page> PAGES = List.of(Page.OVERVIEW, Page.EFFICIENCY, Page.TRENDS, Page.VRAM,
            Page.FOOTPRINT);
    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final long LOOK_MILLIS = 50;
    private static final long CALM_SECONDS = 3;

    private final BenchParts parts;

    FrozenDatabase(BenchParts parts) {
        this.parts = parts;
    }

    /// @param saidAfterS from the freezing until the open view said so, for each view that was open
    /// @param freshAfterS from the thawing until it no longer did, at most
    record Found(List<Double> saidAfterS, double freshAfterS, Waits waits) {
        double latestS() {
            return saidAfterS.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    Found measure() throws Exception {
        try (var window = parts.window(Page.SETTINGS, Clock.systemUTC())) {
            var beats = LiveMinute.beats(parts, window);
            try {
                walk(window);
                return freeze(window);
            } finally {
                parts.database().thaw();
                beats.cancel(false);
            }
        }
    }

    private Found freeze(BenchWindow window) throws Exception {
        var said = new ArrayList<Double>();
        double fresh = 0;
        var heartbeat = Heartbeat.start();
        for (var page : PAGES) {
            window.go(page);
            TimeUnit.SECONDS.sleep(CALM_SECONDS);
            parts.database().freeze();
            said.add(secondsUntil(window::complains));
            walk(window);
            window.go(page);
            parts.database().thaw();
            fresh = Math.max(fresh, secondsUntil(() -> !window.complains() && window.settled()));
        }
        return new Found(said, fresh, heartbeat.stop());
    }

    // An operator looks everywhere at once then.
    private static void walk(BenchWindow window) throws Exception {
        for (var page : PAGES) {
            window.go(page);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static double secondsUntil(Callable<Boolean> seen) throws Exception {
        long begun = System.nanoTime();
        while (!seen.call()) {
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                throw new IllegalStateException("The window said nothing within a minute.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}

package dev.gravitas.ui.shell;

import java.time.Clock;
import java.util.Arrays;

/// How long it takes from the key for a view that was not open yet to its figures on the screen, in a program that has shown it
/// before in another window.
final class FirstPaint {
    private final BenchParts parts;
    private final int times;

    FirstPaint(BenchParts parts, int times) {
        this.parts = parts;
        this.times = times;
    }

    /// @param stalls of the FX thread meanwhile, the opening of the windows included
    record Found(double p50Ms, double maxMs, Waits stalls) {}

    Found of(Page page) throws Exception {
        once(page);
        var heartbeat = Heartbeat.start();
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = once(page);
        }
        var stalls = heartbeat.stop();
        Arrays.sort(millis);
        return new Found(millis[times / 2], millis[times - 1], stalls);
    }

    private double once(Page page) throws Exception {
        try (var window = parts.window(Page.SETTINGS, Clock.systemUTC())) {
            window.painted();
            long begun = System.nanoTime();
            window.go(page);
            window.painted();
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}

package dev.gravitas.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A view that is kept fresh in the window's own rhythm.
final class LiveMinute {
    private static final Duration WARMING = Duration.ofSeconds(20);

    private final BenchParts parts;
    private final Duration time;

    LiveMinute(BenchParts parts, Duration time) {
        this.parts = parts;
        this.time = time;
    }

    Waits of(Page page) throws Exception {
        try (var window = parts.window(page, Clock.systemUTC())) {
            window.painted();
            var beats = beats(parts, window);
            try {
                TimeUnit.NANOSECONDS.sleep(WARMING.toNanos());
                var heartbeat = Heartbeat.start();
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
                return heartbeat.stop();
            } finally {
                beats.cancel(false);
            }
        }
    }

    /// As the window has it: each second what moves, each other one what is stored.
    static ScheduledFuture<?> beats(BenchParts parts, BenchWindow window) {
        var seconds = new int[1];
        return parts.timer().scheduleAtFixedRate(() -> {
            window.second();
            if (seconds[0]++ % 2 == 0) {
                window.beat();
            }
        }, 0, 1, TimeUnit.SECONDS);
    }
}

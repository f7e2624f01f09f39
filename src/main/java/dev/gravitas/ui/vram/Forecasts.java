package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.LeakSlope;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Forecasts of lockouts, made anew only when a new point of the slope may have come: it takes a sort of thousands of slopes.
/// Thread-safe.
final class Forecasts {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Map<String, Made> made = new HashMap<>();

    private record Made(Instant at, long threshold, Outlook outlook) {}

    /// @param totalBytes of the GPU
    synchronized Outlook of(GpuBoard board, String gpu, long totalBytes, Instant now) {
        long threshold = board.thresholdBytes(totalBytes);
        var last = made.get(gpu);
        if (last == null || last.threshold() != threshold
                || Duration.between(last.at(), now).abs().compareTo(KEPT) > 0) {
            var history = board.history(gpu);
            last = new Made(now, threshold,
                    new Outlook(LeakSlope.forecast(history, threshold), LeakSlope.missing(history)));
            made.put(gpu, last);
        }
        return last.outlook();
    }
}

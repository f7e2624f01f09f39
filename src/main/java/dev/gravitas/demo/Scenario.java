package dev.gravitas.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happens in the demo: sixty days of history, and what goes on while it runs. The same for the same seed and start.
/// Pure and thread-safe.
///
/// - Thirteen models on three GPUs, one of which gets a third slower in the last six days.
/// - GPU 0 loads one model after the other. Once in the history, and for a minute and a half two minutes after the start, two
///   models at once leave too little memory.
/// - GPU 1 leaks until its program is restarted each half day; three times in the history, and twenty minutes after the start,
///   it comes to a lockout first.
/// - GPU 2 is lost for five hours in the history, and for a minute and a half four minutes after the start.
///
/// @param seed for everything that looks like chance
/// @param start when the demo began, cut to seconds
public record Scenario(long seed, Instant start) {
    /// By how much the degrading model is slower in its last days.
    static final double SLOWER = 1.34;
    static final Duration SLOWER_SINCE = Duration.ofDays(6);
    private static final double SHARE_ALMOST_ALL = 0.97;

    public Scenario {
        start = Instant.ofEpochSecond(start.getEpochSecond());
    }

    Dice dice() {
        return new Dice(seed);
    }

    /// Seconds since the start, below 0 in the history.
    double second(Instant time) {
        return Duration.between(start, time).toNanos() / 1e9;
    }

    Instant at(double second) {
        return start.plusNanos(Math.round(second * 1e9));
    }

    List<ScriptedGpu> gpus() {
        return List.of(
                new LoadingGpu(this, new ScriptedGpu.Card(0, "GeForce RTX 4090", 24_564, 450), 1_800, 240,
                        List.of(new Span(-days(12) - hours(3), 540), new Span(120, 90)), List.of()),
                new LeakingGpu(this, new ScriptedGpu.Card(1, "RTX A6000", 49_140, 300)),
                new LoadingGpu(this, new ScriptedGpu.Card(2, "GeForce RTX 3090", 24_576, 350), 3_600, 420, List.of(),
                        List.of(new Span(-days(10), hours(5)), new Span(240, 90))));
    }

    /// How many times its good time a token of a model takes.
    double slowness(DemoModel model, Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), 86_400);
        int index = DemoModel.ALL.indexOf(model);
        double wave = SHARE_ALMOST_ALL + 0.06 * dice().share(1, index, day);
        boolean slower = model.name().equals(DemoModel.DEGRADING) && time.isAfter(start.minus(SLOWER_SINCE));
        return slower ? wave * SLOWER : wave;
    }

    static double days(double count) {
        return count * 86_400;
    }

    static double hours(double count) {
        return count * 3_600;
    }

    /// Seconds since the start, and how many.
    record Span(double from, double seconds) {
        boolean holds(double second) {
            return second >= from && second < from + seconds;
        }
    }
}

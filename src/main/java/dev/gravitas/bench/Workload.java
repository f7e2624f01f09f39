package dev.gravitas.bench;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Events of a busy workstation, the same ones for the same seed: requests to ten models of unequal favour (Zipf), now and
/// then a load, and a steady watch of the video memory. Tokens and ms/token are lognormal; times are whole nanoseconds, as
/// a timer gives them. For one thread.
final class Workload {
    /// Models by favour. The last one can be left to others.
    static final List<String> MODELS = List.of("llama3.1:8b", "qwen2.5:14b", "mistral-small:24b", "gemma2:9b",
            "phi4:14b",
            "deepseek-r1:32b", "llama3.3:70b", "codestral:22b", "qwen2.5-coder:7b", "granite3.1:2b");

    private static final String GPU = "gpu-0";
    private static final int VRAM_MIB = 24_576;
    private static final double THOUGHTS = 0.70;
    private static final double LOADS = 0.05;
    private static final double LOCKOUTS = 0.001;
    private static final double FAILED_LOADS = 0.01;
    private static final double WITHOUT_TOKENS = 0.002;

    private final SplittableRandom random;
    private final double[] favour;

    /// @param models how many of [#MODELS] are used
    Workload(long seed, int models) {
        random = new SplittableRandom(seed);
        favour = IntStream.rangeClosed(1, models).mapToDouble(rank -> 1.0 / rank).toArray();
        double sum = IntStream.range(0, models).mapToDouble(i -> favour[i]).sum();
        double below = 0;
        for (int i = 0; i < models; i++) {
            below += favour[i] / sum;
            favour[i] = below;
        }
    }

    WorkloadEvent next() {
        double kind = random.nextDouble();
        if (kind < THOUGHTS) {
            return thought();
        }
        if (kind < THOUGHTS + LOADS) {
            return new WorkloadEvent.Load(model(), wholeNanos(lognormal(4, 0.5)), random.nextDouble() >= FAILED_LOADS);
        }
        return kind < 1 - LOCKOUTS ? vram() : lockout();
    }

    /// A request, whatever else there is.
    WorkloadEvent.Thought thought() {
        int index = index();
        int tokens = random.nextDouble() < WITHOUT_TOKENS ? 0 : 1 + (int) lognormal(180, 0.8);
        double msPerToken = lognormal(12 + 6 * index, 0.25);
        return new WorkloadEvent.Thought(MODELS.get(index), wholeNanos(Math.max(1, tokens) * msPerToken / 1000), tokens,
                1 + (int) lognormal(600, 0.9));
    }

    private WorkloadEvent vram() {
        int used = 2_000 + random.nextInt(VRAM_MIB - 2_500);
        return new WorkloadEvent.Vram("VRAM_CHECK", GPU, VRAM_MIB - used,
                Map.of("used", used, "total", VRAM_MIB, "percentage", Math.round(used * 1000.0 / VRAM_MIB) / 10.0));
    }

    private WorkloadEvent lockout() {
        return new WorkloadEvent.Vram("VRAM_LOCKOUT", GPU, 0,
                Map.of("trigger_threshold", 1_024, "free_vram", random.nextInt(1_024)));
    }

    private String model() {
        return MODELS.get(index());
    }

    private int index() {
        double drawn = random.nextDouble();
        int index = 0;
        while (index < favour.length - 1 && drawn >= favour[index]) {
            index++;
        }
        return index;
    }

    private double lognormal(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    private static double wholeNanos(double seconds) {
        return Math.round(seconds * 1e9) / 1e9;
    }
}

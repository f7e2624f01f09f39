package dev.gravitas.gpu;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What it costs to watch GPUs: the processor time of the poller's thread in its real rhythm, what a round takes and allocates,
/// and whether anything grows over many rounds. On the library of the tests, for one GPU and eight, or on the one that is
/// named. Ends with 1 where something grew.
///
/// `--seconds N` in the real rhythm (default 120) · `--cycles N` flat out (default 100,000) · `--library PATH` · `--json`
public final class GpuCost {
    private static final int TENTH = 10;

    private final List<String> arguments;

    private GpuCost(List<String> arguments) {
        this.arguments = arguments;
    }

    /// All that was measured with so many GPUs.
    ///
    /// @param gpus that the library has
    record Costs(int gpus, GpuRhythm.Found rhythm, GpuGrowth.Found growth) {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new GpuCost(List.of(arguments)).run());
    }

    private int run() throws Exception {
        var seconds = Duration.ofSeconds(number("--seconds", 120));
        int cycles = number("--cycles", 100_000);
        var benches = benches();
        var rhythms = new ArrayList<GpuRhythm.Found>();
        for (var bench : benches) {
            System.err.println("gpu-cost: " + bench.gpus() + " GPUs, in the poller's rhythm");
            rhythms.add(new GpuRhythm(bench).measure(seconds));
        }
        var found = new ArrayList<Costs>();
        for (var bench : benches) {
            System.err.println("gpu-cost: " + bench.gpus() + " GPUs, " + cycles + " rounds flat out");
            var growth = new GpuGrowth(bench).measure(cycles / TENTH, cycles);
            found.add(new Costs(bench.gpus(), rhythms.get(found.size()), growth));
        }
        print(found);
        return found.stream().allMatch(costs -> costs.growth().none()) ? 0 : 1;
    }

    private List<GpuBench> benches() throws Exception {
        int named = arguments.indexOf("--library");
        if (named >= 0) {
            return List.of(GpuBench.real(arguments.get(named + 1)));
        }
        var folder = Files.createTempDirectory("gravitas-gpu-cost-");
        return List.of(GpuBench.fake(Files.createDirectory(folder.resolve("one")), 1),
                GpuBench.fake(Files.createDirectory(folder.resolve("eight")), 8));
    }

    private int number(String option, int standard) {
        int at = arguments.indexOf(option);
        return at < 0 ? standard : Integer.parseInt(arguments.get(at + 1));
    }

    private void print(List<Costs> found) {
        if (arguments.contains("--json")) {
            System.out.println(JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(found));
            return;
        }
        System.out.println("GPUs  sampler CPU  process CPU  rounds             count  p50 ms  p99 ms  CPU ms   bytes");
        for (var costs : found) {
            line(costs, "memory and use", costs.rhythm().brief());
            line(costs, "everything", costs.rhythm().whole());
        }
        found.forEach(costs -> System.out.println(growth(costs)));
    }

    private static void line(Costs costs, String rounds, GpuRhythm.Rounds of) {
        System.out.println(String.format(Locale.ROOT,
                "%4d   %7.3f %%    %7.3f %%  %-16s %7d  %6.2f  %6.2f  %6.2f  %6.0f",
                costs.gpus(), costs.rhythm().samplerPercent(), costs.rhythm().processPercent(), rounds, of.count(),
                of.p50Ms(), of.p99Ms(), of.meanCpuMs(), of.meanBytes()));
    }

    private static String growth(Costs costs) {
        var early = costs.growth().early();
        var late = costs.growth().late();
        return String.format(Locale.ROOT,
                "%d GPUs, %,d and %,d rounds: files %d and %d, heap %.2f and %.2f MB, resident %.1f and %.1f MB, "
                        + "sessions open %d and %d, opened anew %d times: %s; %,.0f rounds/s",
                costs.gpus(), early.rounds(), late.rounds(), early.files(), late.files(), early.heapBytes() / 1e6,
                late.heapBytes() / 1e6, early.residentBytes() / 1e6, late.residentBytes() / 1e6,
                early.openSessions(), late.openSessions(), late.sessions() - 1,
                costs.growth().none() ? "no growth" : "GROWTH", costs.growth().roundsPerS());
    }
}

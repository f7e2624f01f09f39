package dev.gravitas.gpu;

import dev.gravitas.gpu.nvml.NvmlCallCost;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What it costs to watch GPUs: each call of the library by itself, the processor time of the poller's thread in its real rhythm,
/// what a round takes and allocates, and whether anything grows over many rounds. On the library of the tests, for one GPU and
/// eight, or on the one that is named. Ends with 1 where something grew.
///
/// `--calls N` of each function (default 1,000) · `--seconds N` in the real rhythm (default 120) · `--cycles N` flat out
/// (default 100,000); 0 of either leaves it out · `--library PATH` · `--json`
public final class GpuCost {
    private static final int TENTH = 10;

    private final List<String> arguments;

    private GpuCost(List<String> arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new GpuCost(List.of(arguments)).run());
    }

    private int run() throws Exception {
        var benches = benches();
        say("each call of " + benches.getFirst().library());
        var calls = NvmlCallCost.measure(benches.getFirst().library(), number("--calls", 1_000));
        var rhythms = new ArrayList<GpuRhythm.@Nullable Found>();
        for (var bench : benches) {
            rhythms.add(rhythm(bench, number("--seconds", 120)));
        }
        var found = new ArrayList<GpuCostReport.Costs>();
        for (var bench : benches) {
            found.add(new GpuCostReport.Costs(bench.gpus(), rhythms.get(found.size()),
                    growth(bench, number("--cycles", 100_000))));
        }
        var report = new GpuCostReport(calls, found);
        System.out.println(arguments.contains("--json") ? report.json() : report.text());
        return found.stream().anyMatch(GpuCostReport.Costs::grew) ? 1 : 0;
    }

    private static GpuRhythm.@Nullable Found rhythm(GpuBench bench, int seconds) throws Exception {
        if (seconds == 0) {
            return null;
        }
        say(bench.gpus() + " GPUs, in the poller's rhythm");
        return new GpuRhythm(bench).measure(Duration.ofSeconds(seconds));
    }

    private static GpuGrowth.@Nullable Found growth(GpuBench bench, int cycles) throws Exception {
        if (cycles == 0) {
            return null;
        }
        say(bench.gpus() + " GPUs, " + cycles + " rounds flat out");
        return new GpuGrowth(bench).measure(cycles / TENTH, cycles);
    }

    private static void say(String what) {
        System.err.println("gpu-cost: " + what);
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
}

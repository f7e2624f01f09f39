package dev.gravitas.gpu;

import dev.gravitas.gpu.nvml.NvmlCallCost;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was measured, as a program or a person reads it.
///
/// @param one what single calls cost, of the first GPU of the first library
/// @param watching by number of GPUs
record GpuCostReport(NvmlCallCost.Found one, List<Costs> watching) {

    /// All that was measured with so many GPUs.
    ///
    /// @param gpus that the library has
    /// @param rhythm and growth null where they were left out
    record Costs(int gpus, GpuRhythm.@Nullable Found rhythm, GpuGrowth.@Nullable Found growth) {
        boolean grew() {
            return growth != null && !growth.none();
        }
    }

    String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addModule(new SimpleModule().addSerializer(Double.class, new Rounded())
                        .addSerializer(Double.TYPE, new Rounded()))
                .build()
                .writeValueAsString(this);
    }

    /// To a thousandth.
    private static final class Rounded extends ValueSerializer<Double> {
        @Override
        public void serialize(Double figure, JsonGenerator out, SerializationContext context) {
            out.writeNumber(Math.round(figure * 1000) / 1000.0);
        }
    }

    String text() {
        return Stream.of(calls(), rhythms(), growths())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String calls() {
        var head = one.gpu() + ", driver " + one.driver() + ", NVML " + one.nvml() + "\n\n"
                + String.format(Locale.ROOT, "%-44s %6s %10s %10s  %s", "one call", "count", "p50 µs", "p99 µs",
                        "answer");
        return one.calls().stream().map(GpuCostReport::call).collect(Collectors.joining("\n", head + "\n", ""));
    }

    private static String call(NvmlCallCost.Call call) {
        return String.format(Locale.ROOT, "%-44s %6d %10s %10s  %s", call.function(), call.calls(), us(call.p50Us()),
                us(call.p99Us()), call.answer() == null ? "" : call.answer()).stripTrailing();
    }

    private static String us(@Nullable Double time) {
        return time == null ? "–" : String.format(Locale.ROOT, "%.2f", time);
    }

    private String rhythms() {
        var head = "GPUs  sampler CPU  process CPU  rounds             count  p50 ms  p99 ms  CPU ms   bytes\n";
        var lines = watching.stream().flatMap(GpuCostReport::rhythm).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : head + lines;
    }

    private static Stream<String> rhythm(Costs costs) {
        var found = costs.rhythm();
        return found == null
                ? Stream.empty()
                : Stream.of(rounds(costs.gpus(), found, "memory and use", found.brief()),
                        rounds(costs.gpus(), found, "everything", found.whole()));
    }

    private static String rounds(int gpus, GpuRhythm.Found rhythm, String rounds, GpuRhythm.Rounds of) {
        return String.format(Locale.ROOT,
                "%4d   %7.3f %%    %7.3f %%  %-16s %7d  %6.2f  %6.2f  %6.2f  %6.0f",
                gpus, rhythm.samplerPercent(), rhythm.processPercent(), rounds, of.count(), of.p50Ms(), of.p99Ms(),
                of.meanCpuMs(), of.meanBytes());
    }

    private String growths() {
        return watching.stream().flatMap(GpuCostReport::growth).collect(Collectors.joining("\n"));
    }

    private static Stream<String> growth(Costs costs) {
        var found = costs.growth();
        if (found == null) {
            return Stream.empty();
        }
        var early = found.early();
        var late = found.late();
        return Stream.of(String.format(Locale.ROOT,
                "%d GPUs, %,d and %,d rounds: files %d and %d, heap %.2f and %.2f MB, resident %.1f and %.1f MB%s%s: %s; "
                        + "%,.0f rounds/s",
                costs.gpus(), early.rounds(), late.rounds(), early.files(), late.files(), early.heapBytes() / 1e6,
                late.heapBytes() / 1e6, early.residentBytes() / 1e6, late.residentBytes() / 1e6,
                jvm(early.jvmBytes(), late.jvmBytes()), sessions(early.sessions(), late.sessions()),
                found.none() ? "no growth" : "GROWTH",
                found.roundsPerS()));
    }

    private static String jvm(@Nullable Long early, @Nullable Long late) {
        return early == null || late == null
                ? ""
                : String.format(Locale.ROOT, " (the Java machine's own %.1f and %.1f)", early / 1e6, late / 1e6);
    }

    private static String sessions(GpuGrowth.@Nullable Sessions early, GpuGrowth.@Nullable Sessions late) {
        return early == null || late == null
                ? ""
                : ", sessions open " + early.open() + " and " + late.open() + ", opened anew " + (late.opened() - 1)
                        + " times";
    }
}

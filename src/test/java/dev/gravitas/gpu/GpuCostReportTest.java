package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.gpu.nvml.NvmlCallCost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;

/// What the benchmark of watching GPUs prints.
class GpuCostReportTest {
    @TempDir
    private Path folder;

    private GpuCostReport measured(GpuBench bench) throws Exception {
        var growth = new GpuGrowth(bench).measure(10, 100);
        return new GpuCostReport(NvmlCallCost.measure(bench.library(), 5),
                List.of(new GpuCostReport.Costs(bench.gpus(), null, growth)));
    }

    @Test
    void tellsWhatOneCallCostsUnderTheNameOfTheGpu() throws Exception {
        var report = measured(GpuBench.fake(folder, 1));
        assertThat(report.text().lines().toList()).first()
                .asString()
                .startsWith("NVIDIA GeForce RTX 4090, driver ")
                .contains(", NVML ");
        assertThat(report.text()).containsPattern("\nnvmlDeviceGetMemoryInfo_v2 +5 +\\d+\\.\\d\\d +\\d+\\.\\d\\d\n")
                .containsPattern("\nnvmlDeviceGetMigMode +5 +\\S+ +\\S+  Not Supported \\(3\\)\n");
        assertThat(report.json()).doesNotContainPattern("\\.\\d{4}");
        var json = JsonMapper.shared().readTree(report.json());
        assertThat(json.at("/one/gpu").asString()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(json.at("/one/calls/0/function").asString()).isEqualTo("nvmlSystemGetDriverVersion");
        assertThat(json.at("/one/calls/0/p99_us").isNumber()).isTrue();
    }

    @Test
    void countsSessionsOnlyWhereTheLibraryDoes() throws Exception {
        var fake = GpuBench.fake(folder, 1);
        assertThat(measured(fake).text()).containsPattern("sessions open \\d and \\d, opened anew");
        var real = measured(GpuBench.real(fake.library()));
        assertThat(real.text()).contains("1 GPUs, 10 and 100 rounds").doesNotContain("session");
        assertThat(JsonMapper.shared().readTree(real.json()).at("/watching/0/growth/late/sessions").isNull()).isTrue();
    }

    @Test
    void saysWhatOfTheMemoryIsTheJavaMachinesOwnWhereThatIsCounted() {
        assertThat(report(200_100_000L, 200_400_000L).text())
                .contains("resident 250.0 and 260.0 MB (the Java machine's own 200.1 and 200.4): GROWTH");
        assertThat(report(null, null).text()).contains("resident 250.0 and 260.0 MB: GROWTH");
    }

    private static GpuCostReport report(@Nullable Long early, @Nullable Long late) {
        var growth = new GpuGrowth.Found(new GpuGrowth.State(10, 5, 4_000_000, 250_000_000, early, null),
                new GpuGrowth.State(100, 5, 4_000_000, 260_000_000, late, null), 100);
        return new GpuCostReport(new NvmlCallCost.Found("GPU", "1", "2", List.of()),
                List.of(new GpuCostReport.Costs(1, null, growth)));
    }
}

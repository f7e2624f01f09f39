package dev.gravitas.gpu.nvml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.FakeNvml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What a benchmark says of single calls.
class NvmlCallCostTest {
    private static final String GPU = "gpu 0 name=NVIDIA_GeForce_RTX_4090 busy=83 temp=61 power=214000\n";

    @TempDir
    private Path folder;

    private static NvmlCallCost.Found measure(FakeNvml fake) throws Exception {
        return NvmlCallCost.measure(fake.library().toString(), 20);
    }

    private static NvmlCallCost.Call call(NvmlCallCost.Found found, String function) {
        return found.calls().stream().filter(call -> call.function().equals(function)).findFirst().orElseThrow();
    }

    @Test
    void saysWhichGpuAndWhichDriverWereMeasured() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("driver 580.65.06\nnvml 13.580.65.06\n" + GPU);
        var found = measure(fake);
        assertThat(found.gpu()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(found.driver()).isEqualTo("580.65.06");
        assertThat(found.nvml()).isEqualTo("13.580.65.06");
    }

    @Test
    void timesEachFunctionByItself() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play(GPU + "sleep nvmlDeviceGetPowerUsage ms=30\n");
        var found = measure(fake);
        assertThat(call(found, "nvmlDeviceGetPowerUsage")).satisfies(slow -> {
            assertThat(slow.p50Us()).isGreaterThanOrEqualTo(30_000);
            assertThat(slow.p99Us()).isGreaterThanOrEqualTo(slow.p50Us());
            assertThat(slow.answer()).isNull();
        });
        assertThat(call(found, "nvmlDeviceGetTemperature").calls()).isEqualTo(20);
        assertThat(call(found, "nvmlDeviceGetTemperature").p50Us()).isBetween(0.0, 20_000.0);
        assertThat(found.calls()).extracting(NvmlCallCost.Call::function)
                .doesNotHaveDuplicates()
                .hasSize(NvmlFunction.values().length - 1)
                .doesNotContain("nvmlErrorString");
    }

    @Test
    void saysInWordsWhatACallAnswersThatDoesNotSucceed() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play(GPU);
        var found = measure(fake);
        assertThat(call(found, "nvmlDeviceGetFanSpeed").answer()).isEqualTo("Not Supported (3)");
        assertThat(call(found, "nvmlDeviceGetMemoryInfo_v2").answer()).isNull();
        assertThat(call(found, "nvmlInit_v2").answer()).isNull();
        assertThat(call(found, "nvmlShutdown").answer()).isNull();
    }

    @Test
    void givesNoTimeForAFunctionThatIsNotThere() throws Exception {
        var fake = FakeNvml.without(folder, "nvmlDeviceGetGraphicsRunningProcesses_v3");
        fake.play(GPU);
        assertThat(call(measure(fake), "nvmlDeviceGetGraphicsRunningProcesses_v3")).isEqualTo(new NvmlCallCost.Call(
                "nvmlDeviceGetGraphicsRunningProcesses_v3", 0, null, null, "not in this library"));
    }
}

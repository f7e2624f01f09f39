package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.util.List;

class VanishedGpusTest {
    private final VanishedGpus vanished = new VanishedGpus(new TestClock(SampleGpus.NOW));

    @Test
    void doesNotMissTheStandInForAGpuThatHadNotSaidWhoItIs() {
        var stranger = GpuReading.lost(GpuIdentity.unknown(0, "GPU that does not answer"),
                new GpuLoss(GpuLoss.Kind.SILENT, SampleGpus.NOW), SampleGpus.NOW);
        assertThat(vanished.with(List.of(stranger))).containsExactly(stranger);
        var found = SampleGpus.gpu(0, 9_000, List.of());
        assertThat(vanished.with(List.of(found))).containsExactly(found);
    }

    @Test
    void takesNobodyForAHolderOfAPartThatIsGone() {
        var split = SampleGpus.split().status().gpus();
        vanished.with(split);
        var status = new GpuStatus(null, null, null, null, vanished.with(split.subList(0, 1)), 1);
        assertThat(status.gpus()).hasSize(3);
        assertThat(status.allHolders(status.gpus().getFirst()).orNull()).isEmpty();
    }
}

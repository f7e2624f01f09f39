package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuStatus;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;

class VanishedGpusTest {
    private final VanishedGpus vanished = new VanishedGpus(new TestClock(SampleGpus.NOW));

    @Test
    void takesNobodyForAHolderOfAPartThatIsGone() {
        var split = SampleGpus.split().status().gpus();
        vanished.with(split);
        var status = new GpuStatus(null, null, null, null, vanished.with(split.subList(0, 1)), 1);
        assertThat(status.gpus()).hasSize(3);
        assertThat(status.allHolders(status.gpus().getFirst()).orNull()).isEmpty();
    }
}

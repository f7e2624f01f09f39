package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramPoint;
import dev.gravitas.testing.SampleGpus;
import org.junit.jupiter.api.Test;

import java.util.List;

class GlancedGpusTest {
    @Test
    void remembersTheMomentOfTheGlance() {
        var known = SampleGpus.gpu(0, 9_000, List.of());
        var unknown = SampleGpus.gpu(1, new Outcome.NotSupported<>("This GPU does not tell it."),
                Outcome.of(List.of()));
        var status = new GpuStatus(null, null, null, known.at(), List.of(known, unknown), 0);
        var board = new GlancedGpus(status, new LockoutThreshold(null));

        assertThat(board.history(known.gpu().id())).extracting(VramPoint::at).containsExactly(known.at());
        assertThat(board.history(unknown.gpu().id())).isEmpty();
    }
}

package dev.gravitas.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
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
        var episode = new LockoutEpisode("a", known.gpu().id(), known.at().minusSeconds(60), known.at(), 1L << 30,
                1L << 20);
        var status = new GpuStatus(null, null, null, known.at(), List.of(known, unknown), 0);
        var board = new GlancedGpus(status, new LockoutThreshold(null), List.of(episode));

        assertThat(board.history(known.gpu().id())).extracting(VramPoint::at).containsExactly(known.at());
        assertThat(board.history(unknown.gpu().id())).isEmpty();
        assertThat(board.lockouts()).containsExactly(episode);
        assertThat(requireNonNull(board.lockout(known)).since()).isEqualTo(known.at().minusSeconds(60));
        assertThat(board.lockout(unknown)).isNull();
    }
}

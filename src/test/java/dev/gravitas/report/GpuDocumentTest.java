package dev.gravitas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutState;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.testing.SampleGpus;
import org.junit.jupiter.api.Test;

import java.util.List;

class GpuDocumentTest {
    @Test
    void hasNoMoreDigitsThanMeanSomething() {
        var known = SampleGpus.gpu(0, 9_000, List.of());
        var doing = known.activity();
        var odd = new GpuReading(known.gpu(), known.at(),
                Outcome.of(new VramReading(25_757_220_863L, 419_430_411L, 9_437_184_007L, 15_900_606_445L,
                        VramReading.Source.V2)),
                new GpuActivity(doing.busyPercent(), doing.temperatureCelsius(), Outcome.of(213.98765432),
                        Outcome.of(450.0 / 7), doing.clockMhz(), doing.slowedBy(), doing.fanPercent()),
                Outcome.of(List.of(new GpuHolder(7, "ollama", null, 1_234_567_891L, true))));
        var status = new GpuStatus(SampleGpus.SOFTWARE, null, null, null, List.of(odd), 1.23456789);
        var text = JsonText
                .pretty(GpuDocument.of(status, _ -> new LockoutState(1_287_861_043, false, null), SampleGpus.NOW));
        assertThat(text).contains("\"used_mib\" : 9000.0")
                .contains("\"power_w\" : 213.988")
                .contains("\"power_limit_w\" : 64.286")
                .contains("\"used_mib\" : 1177.376")
                .contains("\"lockout_threshold_mib\" : 1228.2")
                .doesNotContainPattern("\\.\\d{4}");
    }
}

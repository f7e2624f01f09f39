package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class VramHistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TOTAL = 1_000;
    private static final GpuActivity NOTHING = new GpuActivity(none(), none(), none(), none(), none(), none(), none());

    private final VramHistory history = new VramHistory();

    private static <T> Outcome<T> none() {
        return new Outcome.NotSupported<>("");
    }

    private void hear(Instant at, long free) {
        hear(at, Outcome.of(new VramReading(TOTAL, 0L, TOTAL - free, free, Source.V2)));
    }

    private void hear(Instant at, Outcome<VramReading> vram) {
        var reading = new GpuReading(new GpuIdentity("GPU-a", "", "GPU", 0), at, vram, NOTHING, none());
        history.heard(new GpuStatus(null, null, null, null, List.of(reading), 1));
    }

    @Test
    void keepsTheLeastThatWasFreeInEachSecond() {
        hear(START, 500);
        hear(START.plusMillis(250), 100);
        hear(START.plusMillis(500), 500);
        hear(START.plusMillis(1_000), 400);
        assertThat(history.of("GPU-a")).containsExactly(new VramPoint(START, 100, TOTAL),
                new VramPoint(START.plusSeconds(1), 400, TOTAL));
    }

    @Test
    void goesBackForAnHour() {
        for (int second = 0; second < 5_000; second++) {
            hear(START.plusSeconds(second), 500);
        }
        assertThat(history.of("GPU-a")).hasSize(3_601);
        assertThat(history.of("GPU-a").getFirst().at()).isEqualTo(START.plusSeconds(4_999 - 3_600));
    }

    @Test
    void leavesOutWhatCouldNotBeRead() {
        hear(START, 500);
        hear(START.plusSeconds(1), new Outcome.Unavailable<>("gone", START));
        history.heard(new GpuStatus(null, GpuFault.LOST, null, START, List.of(), 1));
        hear(START.plusSeconds(60), 500);
        assertThat(history.of("GPU-a")).extracting(VramPoint::at).containsExactly(START, START.plusSeconds(60));
        assertThat(history.of("GPU-b")).isEmpty();
    }

    @Test
    void dropsWhatLiesAheadAfterTheClockWasSetBack() {
        hear(START.plusSeconds(100), 500);
        hear(START, 400);
        assertThat(history.of("GPU-a")).extracting(VramPoint::at).containsExactly(START);
    }
}

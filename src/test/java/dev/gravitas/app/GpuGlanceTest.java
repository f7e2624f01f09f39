package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gravitas.gpu.GpuDevice.Hold;
import dev.gravitas.gpu.GpuLook;
import dev.gravitas.gpu.HolderNames;
import dev.gravitas.gpu.SleepCheck;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.testing.ScriptedGpus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

class GpuGlanceTest {
    private final ScriptedGpus gpus = new ScriptedGpus().free("GPU-a", 20_000);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final HolderNames names = hold -> new GpuHolder(hold.pid(), "program", null, hold.bytes(), true);

    @AfterEach
    void answer() {
        answer.countDown();
    }

    private static GpuGlance glance(Duration limit) {
        return new GpuGlance(Threads.named("test"), Clock.systemUTC(), limit);
    }

    private GpuLook look(HolderNames by) {
        return new GpuLook(gpus, SleepCheck.NEVER, by, Clock.systemUTC());
    }

    @Test
    void readsAllGpusAndClosesTheSession() {
        var status = glance(Duration.ofSeconds(30)).look(look(names));
        assertThat(status.well()).isTrue();
        assertThat(status.gpus()).hasSize(1);
        assertThat(gpus.open()).isFalse();
    }

    @Test
    void saysWhyNoneCanBeRead() {
        gpus.fail(GpuFault.PERMISSION);
        assertThat(glance(Duration.ofSeconds(30)).look(look(names)).fault()).isEqualTo(GpuFault.PERMISSION);
    }

    @Test
    void givesUpADriverThatDoesNotAnswer() {
        gpus.hang(answer);
        var status = glance(Duration.ofMillis(50)).look(look(names));
        assertThat(status.fault()).isEqualTo(GpuFault.HUNG);
        assertThat(status.since()).isNotNull();
        assertThat(status.gpus()).isEmpty();
    }

    @Test
    void stopsWaitingWhenItIsToldToEnd() {
        gpus.hang(answer);
        Thread.currentThread().interrupt();
        var status = glance(Duration.ofSeconds(30)).look(look(names));
        assertThat(Thread.interrupted()).as("still told to end").isTrue();
        assertThat(status.fault()).isEqualTo(GpuFault.HUNG);
    }

    @Test
    void doesNotTakeAFaultOfItsOwnForOneOfTheDriver() {
        gpus.held(new Hold(7, 1L << 30));
        var broken = look(_ -> {
            throw new IllegalArgumentException("broken");
        });
        assertThatIllegalStateException().isThrownBy(() -> glance(Duration.ofSeconds(30)).look(broken))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }
}

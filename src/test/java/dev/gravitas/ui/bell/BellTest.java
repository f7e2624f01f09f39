package dev.gravitas.ui.bell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.ui.bell.Ring.Kind;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.Lead;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class BellTest {
    private static final Instant NOW = SampleGpus.NOW;

    private final BellViewModel bell = new BellViewModel(new FxBridge(Runnable::run),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final BellWatch watch = new BellWatch(bell, new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH));
    private final SampleGpus gpus = SampleGpus.two();

    private static ConsoleStatus status(State state, long lost) {
        return new ConsoleStatus(ConsoleStatus.Role.RECORDER, new DatabaseStatus(state, "It said so.", "18.6", "db"),
                new LoggerCounters(10 + lost, 10, 0, 0, Map.of(), Map.of("full", lost)), null);
    }

    private void look(State state) {
        watch.look(status(state, 0), gpus);
    }

    private List<String> told() {
        return bell.history().stream().map(rung -> rung.ring().what()).toList();
    }

    @Test
    void keepsSilentWhileAllIsWell() {
        look(State.STARTING);
        look(State.READY);
        look(State.READY);
        assertThat(bell.history()).isEmpty();
    }

    @Test
    void tellsOnceThatTheDatabaseIsGoneAndOnceThatItIsBack() {
        look(State.READY);
        look(State.UNAVAILABLE);
        look(State.UNAVAILABLE);
        look(State.STARTING);
        assertThat(told()).containsExactly("The database cannot be reached");
        look(State.READY);
        assertThat(told()).containsExactly("The database is back", "The database cannot be reached");
        assertThat(bell.history().getFirst().ring().kind()).isEqualTo(Kind.OVER);
    }

    @Test
    void countsWhatHappensAgainInOneLine() {
        for (int i = 0; i < 3; i++) {
            look(State.UNAVAILABLE);
            look(State.READY);
        }
        assertThat(bell.history()).hasSize(2).allMatch(rung -> rung.times() == 3);
        assertThat(bell.unseen().get()).isEqualTo(2);
        bell.look();
        assertThat(bell.unseen().get()).isZero();
        look(State.UNAVAILABLE);
        assertThat(bell.unseen().get()).isEqualTo(1);
    }

    @Test
    void tellsOfAGpuThatIsLostAndBackAndOfItsLockout() {
        var episode = new LockoutEpisode("e", "GPU-1", NOW, NOW, 1L << 30, 1L << 29);
        look(State.READY);
        gpus.locked(episode);
        look(State.READY);
        assertThat(told()).containsExactly("GPU 1 · NVIDIA GeForce RTX 4090 is locked out");
        assertThat(bell.history().getFirst().ring().more()).isEqualTo("Less than 1.0 GiB is free.");
        gpus.locked();
        var all = gpus.status().gpus();
        gpus.show(all.getFirst(),
                GpuReading.lost(all.getLast().gpu(), new GpuLoss(GpuLoss.Kind.SILENT, NOW), NOW));
        look(State.READY);
        assertThat(told()).startsWith("GPU 1 · NVIDIA GeForce RTX 4090 is lost",
                "GPU 1 · NVIDIA GeForce RTX 4090 has room again");
        gpus.show(all.toArray(GpuReading[]::new));
        look(State.READY);
        assertThat(told()).startsWith("GPU 1 · NVIDIA GeForce RTX 4090 is back");
    }

    @Test
    void tellsOfADriverThatFailsButNotOfNone() {
        gpus.fail(GpuFault.NO_DRIVER, null);
        look(State.READY);
        assertThat(bell.history()).isEmpty();
        gpus.fail(GpuFault.HUNG, null);
        look(State.READY);
        assertThat(told()).containsExactly(GpuFault.HUNG.what());
    }

    @Test
    void tellsOfLostEventsEachTimeThereAreMore() {
        watch.look(status(State.READY, 4), gpus);
        watch.look(status(State.READY, 4), gpus);
        watch.look(status(State.READY, 9), gpus);
        assertThat(bell.history()).singleElement().satisfies(rung -> {
            assertThat(rung.times()).isEqualTo(2);
            assertThat(rung.ring().more()).isEqualTo("9 in all since the console was started.");
        });
    }

    @Test
    void tellsThatNobodyRecords() {
        watch.look(new ConsoleStatus(ConsoleStatus.Role.VIEWER, status(State.READY, 0).database(), null, null), gpus);
        assertThat(told()).containsExactly("No console that records can be found");
    }

    @Test
    void forgetsTheOldestOfMany() {
        for (int i = 0; i <= BellViewModel.MOST; i++) {
            bell.ring(new Ring(Kind.DONE, "Saved: " + i, "", Lead.TRENDS));
        }
        assertThat(bell.history()).hasSize(BellViewModel.MOST);
        assertThat(told()).doesNotContain("Saved: 0");
    }
}

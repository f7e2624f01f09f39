package dev.gravitas.gpu;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.EventType;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.Outcome;
import dev.gravitas.testing.ScriptedGpus;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

class VramPollerTest {
    private final ScriptedGpus gpus = new ScriptedGpus().free("GPU-a", 20_000);
    private final Sleep sleep = new Sleep();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<GpuStatus> heard = new ArrayList<>();
    private VramPoller poller = poller(heard::add);

    private VramPoller poller(GpuListener listener) {
        return new VramPoller(gpus, sleep, hold -> new GpuHolder(hold.pid(), "program", null, hold.bytes(), true),
                clock, nanos::get, timer, List.of(listener));
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private void pass(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= VramPoller.TICK.toMillis()) {
            nanos.addAndGet(VramPoller.TICK.toNanos());
            clock.advance(VramPoller.TICK);
            poller.tick();
        }
    }

    @Test
    void readsMemoryEachSecondAndProcessesEachFiveSeconds() {
        poller.tick();
        pass(Duration.ofSeconds(20));
        assertThat(gpus.asked()).isBetween(20, 22);
        assertThat(gpus.askedForHolds()).isBetween(4, 6);
        assertThat(gpus.opened()).isEqualTo(1);
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void looksFourTimesAsOftenWhileMemoryMovesButNotForLongerThanHalfAMinute() {
        poller.tick();
        for (int second = 0; second < 20; second++) {
            gpus.free("GPU-a", 20_000 - second * 600L);
            pass(Duration.ofSeconds(1));
        }
        assertThat(gpus.asked()).isGreaterThan(60);
        int before = gpus.asked();
        pass(Duration.ofSeconds(60));
        assertThat(gpus.asked() - before).isLessThan(60 + 15);
    }

    @Test
    void isBackWithinTenSecondsAfterTheGpuWasLost() {
        poller.tick();
        gpus.fail(GpuFault.LOST);
        pass(Duration.ofMinutes(2));
        assertThat(poller.status().fault()).isEqualTo(GpuFault.LOST);
        assertThat(poller.status().gpus()).hasSize(1);
        assertThat(gpus.open()).isFalse();
        assertThat(heard.getLast().since()).isBefore(clock.instant().minusSeconds(100));

        gpus.fail(null);
        pass(Duration.ofSeconds(6));
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void showsAGpuThatIsLostAlready() {
        gpus.lose("GPU-a");
        poller.tick();
        pass(Duration.ofMinutes(1));
        var status = poller.status();
        assertThat(status.fault()).isEqualTo(GpuFault.LOST);
        assertThat(status.gpus()).extracting(reading -> reading.gpu().id()).containsExactly("GPU-a");
        assertThat(requireNonNull(status.gpus().getFirst().lost()).since()).as("it was never read").isNull();

        gpus.find();
        pass(Duration.ofSeconds(6));
        assertThat(poller.status().well()).isTrue();
        assertThat(poller.status().gpus()).hasSize(1);
    }

    @Test
    void showsNothingOfALostGpuAsIfItWereStillSo() {
        gpus.held(new GpuDevice.Hold(7, 1L << 30));
        poller.tick();
        gpus.fail(GpuFault.LOST);
        pass(Duration.ofSeconds(30));
        var gpu = poller.status().gpus().getFirst();
        assertThat(requireNonNull(gpu.lost()).since()).isBefore(clock.instant().minusSeconds(25));
        assertThat(gpu.vram().orNull()).isNull();
        assertThat(gpu.holders().orNull()).isNull();
    }

    @Test
    void isBackWithinTenSecondsAfterADriverWasLoaded() {
        gpus.fail(GpuFault.NO_DRIVER);
        poller.tick();
        pass(Duration.ofMinutes(5));
        gpus.fail(null);
        pass(Duration.ofSeconds(9));
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void saysThatACallHangsWithoutWaitingForIt() throws Exception {
        poller.tick();
        var latch = new CountDownLatch(1);
        gpus.hang(latch);
        var stuck = Thread.ofPlatform().start(() -> pass(Duration.ofSeconds(1)));
        while (stuck.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(poller.status().well()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(poller.status().fault()).isEqualTo(GpuFault.HUNG);
        assertThat(poller.status().gpus()).hasSize(1);
        assertThat(heard).hasSize(1);

        latch.countDown();
        stuck.join();
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void readsTheOtherGpusWhileOneIsLostAndFindsItAgain() {
        gpus.free("GPU-b", 10_000);
        poller.tick();
        gpus.lose("GPU-a");
        pass(Duration.ofMinutes(1));
        var status = poller.status();
        assertThat(status.well()).isTrue();
        assertThat(status.gpus()).extracting(reading -> reading.gpu().id()).containsExactly("GPU-a", "GPU-b");
        assertThat(status.gpus().getFirst().vram()).isInstanceOfSatisfying(Outcome.Unavailable.class,
                gone -> assertThat(gone.since()).isBefore(clock.instant().minusSeconds(55)));
        assertThat(status.gpus().getLast().at()).isAfter(clock.instant().minusSeconds(2));
        assertThat(gpus.opened()).as("sessions, as only another one may find it again").isBetween(8, 14);

        gpus.find();
        pass(Duration.ofSeconds(6));
        assertThat(poller.status().gpus().getFirst().vram().orNull()).isNotNull();
    }

    @Test
    void callsNoGpuAfterHavingHadSomeALoss() {
        gpus.unplug("GPU-a");
        poller.tick();
        assertThat(poller.status().fault()).isEqualTo(GpuFault.NO_GPU);
        gpus.free("GPU-a", 20_000);
        pass(Duration.ofSeconds(10));
        gpus.unplug("GPU-a");
        pass(Duration.ofSeconds(2));
        assertThat(poller.status().fault()).isEqualTo(GpuFault.LOST);
    }

    @Test
    void endsTheLockoutOfTheOnlyGpuWhenTheDriverCountsNoneAnyMore() {
        var ended = new ArrayList<Object>();
        var rules = new VramEvents((type, _, _, metadata, _) -> {
            if (type.equals(EventType.VRAM_LOCKOUT_END)) {
                ended.add(requireNonNull(metadata.get("ended_by")));
            }
        }, new LockoutThreshold(null), new NoMemory(), nanos::get);
        poller = poller(rules);
        gpus.free("GPU-a", 100);
        pass(Duration.ofSeconds(10));
        gpus.unplug("GPU-a");
        pass(Duration.ofSeconds(3));
        assertThat(ended).containsExactly("gpu_gone");
        assertThat(requireNonNull(poller.status().gpus().getFirst().lost()).kind())
                .isEqualTo(GpuLoss.Kind.UNLISTED);
        pass(Duration.ofMinutes(16));
        assertThat(poller.status().fault()).isEqualTo(GpuFault.NO_GPU);
        assertThat(poller.status().gpus()).isEmpty();
    }

    @Test
    void keepsAGpuThatIsNotListedAnyMoreInSight() {
        gpus.free("GPU-b", 10_000);
        poller.tick();
        gpus.unplug("GPU-a");
        pass(Duration.ofSeconds(2));
        assertThat(poller.status().gpus()).hasSize(2);
        assertThat(poller.status().gpus().getLast().gpu().id()).isEqualTo("GPU-a");
        assertThat(poller.status().gpus().getLast().vram()).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void showsNobodyOnAGpuThatIsNotListedAnyMore() {
        gpus.free("GPU-b", 10_000);
        gpus.held(new GpuDevice.Hold(7, 1L << 30));
        poller.tick();
        gpus.unplug("GPU-a");
        pass(Duration.ofSeconds(2));
        var gone = poller.status().gpus().getLast();
        assertThat(requireNonNull(gone.lost()).kind()).isEqualTo(GpuLoss.Kind.UNLISTED);
        assertThat(gone.holders().orNull()).isNull();
        assertThat(gone.activity().temperatureCelsius().orNull()).isNull();
        assertThat(requireNonNull(poller.status().gpus().getFirst().holders().orNull())).hasSize(1);
    }

    @Test
    void takesNoProcessForLargerThanItsGpu() {
        gpus.held(new GpuDevice.Hold(7, 1L << 50), new GpuDevice.Hold(8, 1L << 30));
        poller.tick();
        assertThat(requireNonNull(poller.status().gpus().getFirst().holders().orNull()))
                .extracting(GpuHolder::vramBytes)
                .containsExactly(null, 1L << 30);
    }

    @Test
    void letsGoOfTheDriverWhenToldToAndAsksAgainWhenToldTo() {
        poller.tick();
        poller.release();
        pass(Duration.ofSeconds(1));
        assertThat(gpus.open()).isFalse();
        assertThat(poller.status().fault()).isEqualTo(GpuFault.RELEASED);
        int before = gpus.asked();
        pass(Duration.ofMinutes(1));
        assertThat(gpus.asked()).isEqualTo(before);

        poller.resume();
        pass(Duration.ofSeconds(2));
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void doesNotWakeASleepingGpu() {
        sleep.asleep = true;
        sleep.may = true;
        poller.tick();
        pass(Duration.ofMinutes(2));
        assertThat(gpus.opened()).isZero();
        assertThat(poller.status().fault()).isEqualTo(GpuFault.ASLEEP);

        sleep.asleep = false;
        pass(Duration.ofSeconds(6));
        assertThat(poller.status().well()).isTrue();
    }

    @Test
    void letsAnUnusedGpuFallAsleepAndComesBackWhenItIsWoken() {
        sleep.may = true;
        poller.tick();
        pass(Duration.ofSeconds(40));
        assertThat(gpus.open()).isFalse();
        sleep.asleep = true;
        pass(Duration.ofMinutes(10));
        assertThat(gpus.opened()).isEqualTo(1);

        sleep.asleep = false;
        gpus.held(new GpuDevice.Hold(7, 1L << 30));
        pass(Duration.ofSeconds(6));
        assertThat(gpus.opened()).isEqualTo(2);
        pass(Duration.ofMinutes(2));
        assertThat(gpus.open()).isTrue();
    }

    @Test
    void doesNotTakeAGpuForUnusedWhereItMayNotSeeAllItsUsers() {
        sleep.may = true;
        gpus.hide("The list of graphics programs is missing.");
        poller.tick();
        pass(Duration.ofSeconds(60));
        assertThat(gpus.open()).isTrue();
    }

    /// Who holds memory, in each row of a lockout from now on.
    private List<String> lockouts() {
        var rows = new ArrayList<String>();
        var events = new VramEvents((type, _, _, metadata, _) -> {
            if (type.equals(EventType.VRAM_LOCKOUT)) {
                rows.add(String.valueOf(metadata.get("top_holders")));
            }
        }, new LockoutThreshold(null), new NoMemory(), nanos::get);
        poller = poller(events);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 1_250, 2_500, 3_750, 4_500})
    void namesInTheRowOfALockoutWhoHoldsTheMemoryThen(long afterAWholeRound) {
        var rows = lockouts();
        poller.tick();
        pass(Duration.ofMillis(afterAWholeRound));
        gpus.free("GPU-a", 900);
        gpus.held(new GpuDevice.Hold(7, 18L << 30));
        pass(Duration.ofSeconds(2));
        gpus.held(new GpuDevice.Hold(7, 18L << 30), new GpuDevice.Hold(8, 4L << 30));
        pass(Duration.ofSeconds(4));
        assertThat(rows).singleElement().asString().contains("pid=7", "pid=8");
    }

    @Test
    void showsWhoFilledTheMemoryAsSoonAsItIsFull() {
        lockouts();
        poller.tick();
        pass(Duration.ofSeconds(1));
        gpus.free("GPU-a", 900);
        gpus.held(new GpuDevice.Hold(7, 18L << 30));
        pass(Duration.ofSeconds(1));
        assertThat(requireNonNull(poller.status().gpus().getFirst().holders().orNull())).hasSize(1);
    }

    @Test
    void asksForProcessesHardlyMoreOftenInALockout() {
        lockouts();
        poller.tick();
        gpus.free("GPU-a", 900);
        pass(Duration.ofSeconds(60));
        assertThat(gpus.askedForHolds()).isBetween(12, 12 + 4);
    }

    private record NoMemory() implements EpisodeMemory {
        @Override
        public void keep(List<LockoutEpisode> running) {
        }

        @Override
        public List<LockoutEpisode> left() {
            return List.of();
        }
    }

    private static final class Sleep implements SleepCheck {
        private boolean asleep;
        private boolean may;

        @Override
        public boolean asleep() {
            return asleep;
        }

        @Override
        public boolean maySleep() {
            return may;
        }
    }
}

package dev.gravitas.gpu;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class VramEventsTest {
    private static final long TOTAL = 24_576;
    private static final GpuIdentity GPU = new GpuIdentity("GPU-a", "", "GPU", 0);
    private static final GpuActivity NOTHING = new GpuActivity(none(), none(), none(), none(), none(), none(), none());

    private final List<Event> events = new ArrayList<>();
    private final Kept kept = new Kept();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;
    private VramEvents rules = rules();

    private record Event(String type, String gpu, @Nullable Double value, Map<String, Object> metadata) {}

    private VramEvents rules() {
        return new VramEvents(
                (type, gpu, value, metadata, _) -> events
                        .add(new Event(type, gpu, value, new LinkedHashMap<>(metadata))),
                new LockoutThreshold(null), kept, () -> nanos);
    }

    private static <T> Outcome<T> none() {
        return new Outcome.NotSupported<>("");
    }

    /// A second with so much free memory, MiB.
    private void second(long free) {
        var vram = new VramReading(TOTAL << 20, 0L, TOTAL - free << 20, free << 20, Source.V2);
        var reading = new GpuReading(GPU, now, Outcome.of(vram), NOTHING,
                Outcome.of(List.of(new GpuHolder(7, "llama-server", "qwen3:32b", TOTAL - free << 20, true))));
        rules.heard(new GpuStatus(null, null, null, null, List.of(reading), 1));
        pass();
    }

    private void pass() {
        now = now.plusSeconds(1);
        nanos += Duration.ofSeconds(1).toNanos();
    }

    private void seconds(int count, long free) {
        for (int i = 0; i < count; i++) {
            second(free);
        }
    }

    private List<Event> of(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Test
    void writesAtMostAHundredRowsADayForAGpuThatIdles() {
        seconds(86_400, 20_000);
        assertThat(of("VRAM_CHECK").size()).isBetween(90, 100);
    }

    @Test
    void writesARowAMinuteWhileMemoryMoves() {
        var random = new Random(1);
        for (int i = 0; i < 3_600; i++) {
            second(10_000 + random.nextInt(8_000));
        }
        assertThat(of("VRAM_CHECK").size()).isBetween(55, 61);
    }

    @Test
    void keepsTheLeastThatWasFreeSinceTheLastRow() {
        seconds(30, 20_000);
        second(3_000);
        seconds(70, 20_000);
        assertThat(of("VRAM_CHECK")).hasSize(2);
        var row = of("VRAM_CHECK").getLast();
        assertThat(row.metadata()).containsEntry("min_free", 3_000.0)
                .containsEntry("used", 4_576.0)
                .containsEntry("total", 24_576.0)
                .containsEntry("percentage", 18.6)
                .containsEntry("memory_api", "v2");
        assertThat(row.value()).isEqualTo(20_000.0);
    }

    @Test
    void tellsWhenTheLeastWasFree() {
        seconds(80, 20_000);
        seconds(5, 3_000);
        seconds(60, 20_000);
        assertThat(of("VRAM_CHECK")).hasSize(3);
        assertThat(of("VRAM_CHECK").get(1).metadata()).as("the peak begins")
                .containsEntry("min_free", 3_000.0)
                .containsEntry("min_free_began_s", 0.0)
                .containsEntry("min_free_ended_s", 0.0);
        assertThat(of("VRAM_CHECK").get(2).metadata()).as("and has passed")
                .containsEntry("min_free", 3_000.0)
                .containsEntry("min_free_began_s", 59.0)
                .containsEntry("min_free_ended_s", 56.0);
    }

    @Test
    void tellsOfTheLastTimeOfTheLeastAndNotOfTheWayThere() {
        second(20_000);
        seconds(10, 3_000);
        seconds(10, 20_000);
        second(10_000);
        seconds(5, 3_100);
        seconds(60, 20_000);
        assertThat(of("VRAM_CHECK").get(1).metadata()).containsEntry("min_free", 3_000.0)
                .containsEntry("min_free_began_s", 38.0)
                .containsEntry("min_free_ended_s", 34.0);
    }

    @Test
    void tellsALockoutOnceAndItsEndOnce() {
        seconds(10, 20_000);
        seconds(100, 900);
        seconds(30, 600);
        seconds(60, 20_000);
        assertThat(of("VRAM_LOCKOUT")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT").getFirst().metadata()).containsEntry("free_vram", 900.0)
                .containsKey("episode")
                .extracting("top_holders")
                .asString()
                .contains("qwen3:32b");
        assertThat((Double) of("VRAM_LOCKOUT").getFirst().metadata().get("trigger_threshold")).isCloseTo(1_228.8,
                within(0.01));
        assertThat(of("VRAM_LOCKOUT_END")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT_END").getFirst().value()).isEqualTo(130.0);
        assertThat(of("VRAM_LOCKOUT_END").getFirst().metadata()).containsEntry("lowest_free", 600.0);
    }

    @Test
    void namesInTheRowOfASplitGpuWhoHoldsMemoryInItsParts() {
        var whole = new GpuIdentity("GPU-a", "", "A100", 0);
        var part = new GpuIdentity("MIG-a", "", "A100 MIG 3g.40gb", 0, new GpuIdentity.Part("GPU-a", 0, 2, 0));
        for (int second = 0; second < 5; second++) {
            rules.heard(new GpuStatus(null, null, null, null,
                    List.of(full(whole, new Outcome.Refused<>("Refused.")),
                            full(part, Outcome.of(List.of(new GpuHolder(7, "python", null, 1L << 30, true))))),
                    1));
            pass();
        }
        assertThat(of("VRAM_LOCKOUT")).extracting(Event::gpu).containsExactly("GPU-a", "MIG-a");
        assertThat(of("VRAM_LOCKOUT")).allSatisfy(
                row -> assertThat(row.metadata()).extracting("top_holders").asString().contains("pid=7"));
        assertThat(of("VRAM_LOCKOUT").getFirst().metadata()).containsEntry("holders_missing", "Refused.")
                .doesNotContainKey("part_of");
        assertThat(of("VRAM_LOCKOUT").getLast().metadata()).containsEntry("part_of", "GPU-a")
                .containsEntry("gpu_instance", 2)
                .containsEntry("compute_instance", 0)
                .doesNotContainKey("holders_missing");
    }

    private GpuReading full(GpuIdentity gpu, Outcome<List<GpuHolder>> holders) {
        var vram = new VramReading(TOTAL << 20, 0L, TOTAL - 900 << 20, 900L << 20, Source.V2);
        return new GpuReading(gpu, now, Outcome.of(vram), NOTHING, holders);
    }

    @Test
    void countsAFlutterAroundTheThresholdOnceAndADipNotAtAll() {
        second(900);
        seconds(60, 20_000);
        assertThat(of("VRAM_LOCKOUT")).isEmpty();
        for (int i = 0; i < 100; i++) {
            seconds(5, 1_200);
            seconds(5, 1_300);
        }
        assertThat(of("VRAM_LOCKOUT")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT_END")).isEmpty();
    }

    @Test
    void takesAGapForNothing() {
        seconds(10, 20_000);
        for (int i = 0; i < 600; i++) {
            rules.heard(new GpuStatus(null, GpuFault.LOST, null, now, List.of(), 1));
            pass();
        }
        assertThat(of("VRAM_LOCKOUT")).isEmpty();
        seconds(10, 900);
        for (int i = 0; i < 600; i++) {
            rules.heard(new GpuStatus(null, GpuFault.LOST, null, now, List.of(), 1));
            pass();
        }
        assertThat(of("VRAM_LOCKOUT")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT_END")).isEmpty();
        seconds(11, 900);
        assertThat(of("VRAM_LOCKOUT")).as("it goes on").hasSize(1);
        seconds(11, 20_000);
        ends(621.0, "recovered");
    }

    private void ends(double seconds, String by) {
        assertThat(of("VRAM_LOCKOUT_END")).hasSize(1).first().satisfies(end -> {
            assertThat(end.value()).isEqualTo(seconds);
            assertThat(end.metadata()).containsEntry("ended_by", by);
        });
        assertThat(rules.running()).isEmpty();
        assertThat(kept.episodes).isEmpty();
    }

    @Test
    void countsNoTimeThatNobodySawToALockout() {
        seconds(10, 900);
        for (int i = 0; i < 600; i++) {
            pass();
        }
        seconds(11, 20_000);
        ends(9.0, "unseen");
    }

    @Test
    void endsTheLockoutOfAGpuThatIsNotListedAnyMore() {
        seconds(10, 900);
        var gone = GpuReading.lost(GPU, new GpuLoss(GpuLoss.Kind.UNLISTED, now), now);
        for (int i = 0; i < 3; i++) {
            rules.heard(new GpuStatus(null, null, null, null, List.of(gone), 1));
            pass();
        }
        ends(9.0, "gpu_gone");
        seconds(10, 900);
        assertThat(of("VRAM_LOCKOUT")).as("back again and full").hasSize(2);
    }

    @Test
    void saysOfNoLockoutForLongThatItLastsUnread() {
        seconds(10, 900);
        for (int i = 0; i < 901; i++) {
            rules.heard(new GpuStatus(null, GpuFault.HUNG, null, now, List.of(), 1));
            pass();
        }
        ends(9.0, "unseen");
    }

    @Test
    void doesNotBridgeAGapBetweenTwoDips() {
        seconds(10, 20_000);
        second(900);
        for (int i = 0; i < 600; i++) {
            pass();
        }
        second(900);
        seconds(20, 20_000);
        assertThat(of("VRAM_LOCKOUT")).isEmpty();
    }

    @Test
    void doesNotTakeTwoGlimpsesAroundAGapForARecovery() {
        seconds(10, 900);
        second(20_000);
        for (int i = 0; i < 600; i++) {
            pass();
        }
        second(20_000);
        seconds(5, 900);
        assertThat(of("VRAM_LOCKOUT")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT_END")).isEmpty();
    }

    @Test
    void endsALockoutThatAnEarlierConsoleLeft() {
        seconds(200, 900);
        assertThat(kept.episodes).hasSize(1);
        var left = kept.episodes.getFirst();
        events.clear();

        rules = rules();
        assertThat(of("VRAM_LOCKOUT_END")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT_END").getFirst().metadata()).containsEntry("episode", left.id())
                .containsEntry("ended_by", "console_stopped");
        assertThat(kept.episodes).isEmpty();
        seconds(10, 900);
        assertThat(of("VRAM_LOCKOUT")).hasSize(1);
        assertThat(of("VRAM_LOCKOUT").getFirst().metadata()).doesNotContainEntry("episode", left.id());
    }

    @Test
    void knowsTheEndOfALockoutThatACrashCutOffToTenSeconds() {
        seconds(118, 900);
        rules = rules();
        assertThat(requireNonNull(of("VRAM_LOCKOUT_END").getFirst().value())).isBetween(107.0, 117.0);
    }

    @Test
    void keepsALockoutThatLastsAtMostSixTimesAMinute() {
        seconds(3_600, 900);
        assertThat(kept.writes).isBetween(350, 361);
        int before = kept.writes;
        seconds(3_600, 20_000);
        assertThat(kept.writes - before).as("once it is over").isLessThan(4);
    }

    private static final class Kept implements EpisodeMemory {
        private List<LockoutEpisode> episodes = List.of();
        private int writes;

        @Override
        public void keep(List<LockoutEpisode> running) {
            episodes = running;
            writes++;
        }

        @Override
        public List<LockoutEpisode> left() {
            return episodes;
        }
    }
}

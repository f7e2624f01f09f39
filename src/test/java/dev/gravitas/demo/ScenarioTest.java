package dev.gravitas.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.gpu.EpisodeMemory;
import dev.gravitas.gpu.GpuLook;
import dev.gravitas.gpu.LeakSlope;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.gpu.SleepCheck;
import dev.gravitas.gpu.VramEvents;
import dev.gravitas.gpu.VramHistory;
import dev.gravitas.model.EventType;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramReading;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

class ScenarioTest {
    private static final Instant START = Instant.parse("2026-11-23T15:04:05Z");
    private static final Scenario SCENARIO = new Scenario(42, START);
    private static final List<DemoEvent> STORY = history(SCENARIO);

    private static List<DemoEvent> history(Scenario scenario) {
        var past = new History(scenario, History.DAYS);
        return past.midnights().stream().flatMap(day -> past.day(day).stream()).toList();
    }

    @Test
    void tellsTheSameStoryForTheSameSeedAndAnotherForAnother() {
        assertThat(history(new Scenario(42, START))).isEqualTo(STORY);
        assertThat(history(new Scenario(43, START))).isNotEqualTo(STORY);
        assertThat(new Requests(SCENARIO).ofSecond(7)).isEqualTo(new Requests(new Scenario(42, START)).ofSecond(7));
    }

    @Test
    void fillsSixtyDaysWithThirteenModelsAndFewRows() {
        assertThat(STORY).hasSizeBetween(50_000, 60_000)
                .allSatisfy(event -> assertThat(event.at()).isBefore(START));
        assertThat(STORY.stream().map(event -> event.at().toString().substring(0, 10)).distinct()).hasSize(60);
        for (var type : List.of(EventType.THOUGHT_LATENCY, EventType.LOAD_LATENCY)) {
            assertThat(STORY.stream().filter(event -> event.type().equals(type)).map(DemoEvent::component).distinct())
                    .hasSize(13);
        }
        assertThat(STORY).isSortedAccordingTo((one, next) -> one.at().compareTo(next.at()));
    }

    @Test
    void hasOneModelDegradeByMoreThanAFifth() {
        var requests = STORY.stream()
                .filter(event -> event.type().equals(EventType.THOUGHT_LATENCY) && !event.status().equals("error"))
                .toList();
        for (var model : DemoModel.ALL) {
            double recent = efficiency(requests, model, event -> event.at().isAfter(START.minus(Duration.ofDays(5))));
            double before = efficiency(requests, model, event -> event.at().isBefore(START.minus(Duration.ofDays(8))));
            if (model.name().equals(DemoModel.DEGRADING)) {
                assertThat(recent / before).isBetween(1.25, 1.45);
            } else {
                assertThat(recent / before).as(model.name()).isBetween(0.9, 1.1);
            }
        }
    }

    private static double efficiency(List<DemoEvent> requests, DemoModel model, Predicate<DemoEvent> when) {
        var counted = requests.stream()
                .filter(event -> event.component().equals(model.name()) && when.test(event))
                .toList();
        return counted.stream().mapToDouble(event -> number(event, "inference_time_ms")).sum()
                / counted.stream().mapToDouble(event -> number(event, "tokens_generated")).sum();
    }

    private static double number(DemoEvent event, String key) {
        return event.metadata().get(key) instanceof Number told ? told.doubleValue() : Double.NaN;
    }

    @Test
    void recordsJustTheLockoutsThatItPromises() {
        var began = of(STORY, EventType.VRAM_LOCKOUT);
        var ended = of(STORY, EventType.VRAM_LOCKOUT_END);
        assertThat(began).hasSize(4);
        assertThat(ended).extracting(event -> event.metadata().get("episode"))
                .isEqualTo(began.stream().map(event -> event.metadata().get("episode")).toList());
        var spans = SCENARIO.gpus().stream().flatMap(gpu -> gpu.lockouts().stream()).toList();
        assertThat(of(STORY, EventType.VRAM_CHECK)).allSatisfy(check -> {
            boolean low = number(check, "min_free") < new LockoutThreshold(null)
                    .bytes(Math.round(number(check, "total") * VramReading.MIB)) / (double) VramReading.MIB;
            double at = SCENARIO.second(check.at());
            boolean promised = spans.stream()
                    .anyMatch(span -> span.from() <= at && at - 600 < span.from() + span.seconds());
            assertThat(low && !promised).as("%s", check).isFalse();
        });
    }

    private static List<DemoEvent> of(List<DemoEvent> story, String type) {
        return story.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Test
    void losesAGpuForSomeHoursOfTheHistory() {
        var checks = of(STORY, EventType.VRAM_CHECK);
        var third = SCENARIO.gpus().get(2).card().id();
        var lost = START.minus(Duration.ofDays(10));
        assertThat(checks).noneMatch(check -> check.component().equals(third) && !check.at().isBefore(lost)
                && check.at().isBefore(lost.plus(Duration.ofHours(5))));
        assertThat(checks).anyMatch(check -> check.component().equals(third) && check.at().isAfter(lost));
    }

    @Test
    void hasNothingInMemoryOfALoadThatFailed() {
        int failed = 0;
        for (var gpu : SCENARIO.gpus()) {
            var loads = gpu.loads(-Scenario.days(59), Scenario.days(1));
            for (int at = 0; at < loads.size() - 1; at++) {
                var load = loads.get(at);
                var held = gpu.held(load.second() + 1).stream().map(ScriptedGpu.Held::model).toList();
                if (load.success()) {
                    assertThat(held).as("%s", load).contains(load.model());
                    continue;
                }
                failed++;
                assertThat(held).as("%s", load).isEmpty();
                assertThat(gpu.used(load.second() + 1)).as("%s", load).isLessThan(1_000);
                assertThat(loads.get(at + 1)).as("tried again")
                        .matches(ScriptedGpu.Loaded::success)
                        .returns(load.model(), ScriptedGpu.Loaded::model);
            }
        }
        assertThat(failed).isBetween(10, 200);
    }

    @Test
    void hasLoadedWhateverItHolds() {
        for (var gpu : SCENARIO.gpus()) {
            var loads = gpu.loads(-Scenario.days(20), 0);
            for (double second = -Scenario.days(19); second < -200; second += 997) {
                double now = second;
                var last = loads.stream()
                        .filter(load -> load.second() <= now)
                        .reduce((_, later) -> later)
                        .orElseThrow();
                var next = loads.stream().filter(load -> load.second() > now).findFirst();
                var coming = next.filter(load -> load.second() - load.seconds() < now + 10).isPresent();
                if (gpu.answers(now) && !coming) {
                    assertThat(gpu.held(now)).as("at %s", now)
                            .extracting(ScriptedGpu.Held::model)
                            .contains(last.model());
                }
            }
        }
    }

    @Test
    void goesOnWhereItsHistoryEnds() {
        for (int index = 0; index < 3; index++) {
            var gpu = look(new ScriptClock(START), 20).gpus().get(index);
            var last = of(STORY, EventType.VRAM_CHECK).stream()
                    .filter(check -> check.component().equals(gpu.gpu().id()))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            var vram = requireNonNull(gpu.vram().orNull());
            assertThat(last.at()).isAfter(START.minusSeconds(60));
            assertThat(vram.usedBytes() / (double) VramReading.MIB).isCloseTo(number(last, "used"), within(100.0));
            assertThat(requireNonNull(gpu.holders().orNull())).extracting(GpuHolder::model)
                    .containsExactly(lastLoaded(index));
        }
    }

    private static String lastLoaded(int gpu) {
        var models = DemoModel.on(gpu).stream().map(DemoModel::name).toList();
        return of(STORY, EventType.LOAD_LATENCY).stream()
                .map(DemoEvent::component)
                .filter(models::contains)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void addsUpToTheSameSumInAnyOrder() {
        for (var key : List.of("inference_time_ms", "load_time_ms", "used")) {
            var figures = new ArrayList<>(
                    STORY.stream().map(event -> number(event, key)).filter(Double::isFinite).toList());
            double sum = added(figures);
            Collections.shuffle(figures, new Random(1));
            assertThat(added(figures)).as(key).isPositive().isEqualTo(sum);
        }
        var seconds = of(STORY, EventType.LOAD_LATENCY).stream().map(load -> requireNonNull(load.value())).toList();
        assertThat(added(seconds.reversed())).isPositive().isEqualTo(added(seconds));
    }

    /// As a database adds up.
    private static double added(List<Double> figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum;
    }

    @Test
    void foreseesTheLockoutThatTheLeakComesTo() {
        var past = new VramHistory();
        play(0, 900, past::heard);
        var leaking = SCENARIO.gpus().get(1).card();
        var threshold = new LockoutThreshold(null).bytes(leaking.totalMib() * VramReading.MIB);
        var forecast = LeakSlope.forecast(past.of(leaking.id()), threshold).orElseThrow();
        // From its last point on, which is some seconds old.
        assertThat(forecast.expected()).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(330));
        for (int steady : List.of(0, 2)) {
            var card = SCENARIO.gpus().get(steady).card();
            assertThat(LeakSlope.forecast(past.of(card.id()),
                    new LockoutThreshold(null).bytes(card.totalMib() * VramReading.MIB))).isEmpty();
        }
    }

    @Test
    void livesThroughTwoLockoutsAndALostGpuThatIsNone() {
        List<String> told = new ArrayList<>();
        var clock = new ScriptClock(START);
        var events = new VramEvents((type, gpu, _, _, _) -> {
            if (!type.equals(EventType.VRAM_CHECK)) {
                told.add(type + " " + name(gpu) + " minute " + Duration.between(START, clock.instant()).toMinutes());
            }
        }, new LockoutThreshold(null), new NoMemory(), () -> Duration.between(START, clock.instant()).toNanos());
        play(clock, 0, 1_800, events::heard);
        assertThat(told).containsExactly("VRAM_LOCKOUT GeForce RTX 4090 minute 2",
                "VRAM_LOCKOUT_END GeForce RTX 4090 minute 3", "VRAM_LOCKOUT RTX A6000 minute 20",
                "VRAM_LOCKOUT_END RTX A6000 minute 25");
        assertThat(look(clock, 239).gpus()).hasSize(3).allMatch(gpu -> gpu.lost() == null);
        assertThat(look(clock, 331).gpus()).hasSize(3).allMatch(gpu -> gpu.lost() == null);
    }

    @Test
    void namesWhoHoldsTheMemory() {
        var status = look(new ScriptClock(START), 150);
        assertThat(status.gpus()).allSatisfy(gpu -> {
            var holders = requireNonNull(gpu.holders().orNull());
            var vram = requireNonNull(gpu.vram().orNull());
            assertThat(holders).isNotEmpty().allSatisfy(holder -> {
                assertThat(holder.model()).isNotNull();
                assertThat(holder.name()).isNotNull();
                assertThat(ProcessHandle.of(holder.pid())).as("a process that is none").isEmpty();
            });
            assertThat(holders.stream().mapToLong(holder -> holder.vramBytes() == null ? 0 : holder.vramBytes()).sum())
                    .isLessThanOrEqualTo(vram.usedBytes());
        });
    }

    @Test
    void showsTheLostGpuAlsoToWhoHasNotSeenItBefore() {
        var status = look(new ScriptClock(START), 270);
        assertThat(status.well()).isTrue();
        assertThat(status.gpus()).extracting(reading -> reading.gpu().name(), reading -> reading.lost() != null)
                .containsExactly(tuple("GeForce RTX 4090", false), tuple("RTX A6000", false),
                        tuple("GeForce RTX 3090", true));
    }

    private static void play(int from, int to, Consumer<GpuStatus> listener) {
        play(new ScriptClock(START), from, to, listener);
    }

    private static void play(ScriptClock clock, int from, int to, Consumer<GpuStatus> listener) {
        for (int second = from; second < to; second++) {
            listener.accept(look(clock, second));
        }
    }

    private static GpuStatus look(ScriptClock clock, int second) {
        clock.set(START.plusSeconds(second));
        var gpus = new DemoGpus(SCENARIO, clock);
        return new GpuLook(gpus, SleepCheck.NEVER, gpus, clock).read();
    }

    private static String name(String gpu) {
        return SCENARIO.gpus()
                .stream()
                .map(ScriptedGpu::card)
                .filter(card -> card.id().equals(gpu))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /// Remembers nothing.
    private static final class NoMemory implements EpisodeMemory {
        @Override
        public void keep(List<LockoutEpisode> running) {
            // Nothing outlives the test.
        }

        @Override
        public List<LockoutEpisode> left() {
            return List.of();
        }
    }
}

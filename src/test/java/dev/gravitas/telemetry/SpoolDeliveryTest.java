package dev.gravitas.telemetry;

import static dev.gravitas.telemetry.SpoolDeliveryFixture.LIMITS;
import static dev.gravitas.telemetry.SpoolDeliveryFixture.numbers;
import static dev.gravitas.telemetry.TelemetryLoggerFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.testing.FakeEventWriter;
import dev.gravitas.testing.MemorySpool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

class SpoolDeliveryTest {
    private static final LoggerLimits IMPATIENT = new LoggerLimits(200, 1L << 20, 100, Duration.ofMillis(100),
            Duration.ofMillis(400), Duration.ofMillis(400));

    private final FakeEventWriter writer = new FakeEventWriter();
    private final MemorySpool spool = new MemorySpool();

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "REFUSED_DATA", mode = EnumSource.Mode.EXCLUDE)
    void acknowledgesFromTheSpoolWhileTheDatabaseIsAwayAndReplaysInOrder(Kind kind) throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.failWith(kind);
            assertAll(fixture.log(750), true);
            assertThat(fixture.logger.counters().spooled()).isEqualTo(750);
            assertThat(writer.events()).isEmpty();
            writer.recover();
            fixture.logger.retryNow();
            fixture.awaitStored(750);
            assertThat(fixture.storedNumbers()).isEqualTo(numbers(750));
        }
    }

    @Test
    void letsNoNewEventOvertakeASpooledOneAndGoesBackToTheDirectWay() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.failWith(Kind.UNAVAILABLE);
            assertAll(fixture.log(200), true);
            writer.recover();
            fixture.logger.retryNow();
            int sent = 200;
            while (spool.appended() == sent) {
                assertAll(fixture.log(1), true);
                sent++;
            }
            fixture.awaitStored(sent);
            assertThat(fixture.storedNumbers()).isEqualTo(numbers(sent));
            assertThat(fixture.logger.counters().spooled()).isZero();
        }
    }

    @Test
    void storesOnceWhatWasCommittedInDoubtAndThenSpooled() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.loseAnswers();
            assertAll(fixture.log(300), true);
            writer.recover();
            fixture.logger.retryNow();
            fixture.awaitStored(300);
            assertThat(fixture.storedNumbers()).isEqualTo(numbers(300));
        }
    }

    @Test
    void storesOnceWhatWasCommittedButNotYetTakenOutOfTheSpoolWhenTheProgramDied() throws Exception {
        try (var dying = new SpoolDeliveryFixture(writer, spool)) {
            writer.failWith(Kind.UNAVAILABLE);
            assertAll(dying.log(250), true);
            spool.loseRemovals();
            writer.recover();
            dying.logger.retryNow();
            await().until(() -> writer.events().size() >= 100);
        }
        spool.recover();
        try (var next = new SpoolDeliveryFixture(writer, spool)) {
            next.awaitStored(250);
            assertThat(next.storedNumbers()).isEqualTo(numbers(250));
            assertThat(next.logger.counters().accepted()).isEqualTo(250);
        }
    }

    @Test
    void spoolsWhatADatabaseThatNeverAnswersHoldsUp() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.hold();
            var start = System.nanoTime();
            assertAll(fixture.log(500), true);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            writer.release();
            fixture.awaitStored(500);
            assertThat(fixture.storedNumbers()).isEqualTo(numbers(500));
        }
    }

    @Test
    void setsOnlyThePoisonousEventsAside() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            var poison = Set.of("0", "37", "38", "399", "555", "999");
            writer.failWith(Kind.UNAVAILABLE);
            writer.refuse(event -> poison.contains(event.component()));
            assertAll(fixture.log(1_000), true);
            writer.recover();
            fixture.logger.retryNow();
            fixture.awaitStored(1_000 - poison.size());
            await().until(() -> fixture.logger.counters().spooled() == 0);
            assertThat(fixture.storedNumbers()).isSorted().doesNotHaveDuplicates().hasSize(1_000 - poison.size());
            assertThat(spool.setAside()).hasSize(poison.size());
            assertThat(fixture.logger.counters().dropped())
                    .isEqualTo(Map.of("refused_by_database", (long) poison.size()));
        }
    }

    @Test
    void splitsABatchIntoTheSameHalvesEachTime() {
        var events = IntStream.range(0, 5)
                .mapToObj(i -> new TelemetryEvent("X", "" + i, null, null, null, TelemetryLoggerFixture.NOW))
                .toList();
        var batch = new SpooledBatch(new EventBatch(new UUID(1, 2), events), 7, 11);
        assertThat(batch.halves()).isEqualTo(batch.halves());
        assertThat(batch.halves()).flatExtracting(half -> half.events()).isEqualTo(events);
        assertThat(new HashSet<>(batch.halves().stream().map(half -> half.id()).toList())).hasSize(2)
                .doesNotContain(batch.batch().id());
    }

    @Test
    void holdsEventsBackWhileTheSpoolIsFullAndThenGivesThemUpForThatReason() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool, IMPATIENT)) {
            writer.failWith(Kind.UNAVAILABLE);
            spool.failWith(SpoolException.Kind.FULL);
            assertAll(fixture.log(200), false);
            assertThat(fixture.logger.counters().dropped()).isEqualTo(Map.of("spool_full", 200L));
            spool.recover();
            await().until(() -> answer(fixture.log(1).getFirst()));
        }
    }

    @Test
    void waitsForRoomInTheSpool() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.failWith(Kind.UNAVAILABLE);
            spool.failWith(SpoolException.Kind.FULL);
            var answers = fixture.log(300);
            await().until(() -> writer.attempts() > 2);
            spool.recover();
            assertAll(answers, true);
            assertThat(fixture.logger.counters().spooled()).isEqualTo(300);
        }
    }

    @Test
    void refusesAtOnceWhenQueueAndSpoolAreFull() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool, IMPATIENT)) {
            writer.failWith(Kind.UNAVAILABLE);
            spool.failWith(SpoolException.Kind.FULL);
            var answers = fixture.log(300);
            assertThat(fixture.logger.counters().refused()).isEqualTo(Map.of("queue_full", 100L));
            assertAll(answers, false);
        }
    }

    @Test
    void leavesTheSpoolForTheNextStartWhenClosed() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool)) {
            writer.failWith(Kind.UNAVAILABLE);
            var answers = fixture.log(500);
            fixture.logger.close();
            assertAll(answers, true);
        }
        assertThat(spool.status().events()).isEqualTo(500);
    }

    @Test
    void asksADatabaseThatIsAwayNoMoreOftenBecauseEventsKeepComing() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool, LIMITS)) {
            writer.failWith(Kind.UNAVAILABLE);
            for (int i = 0; i < 300; i++) {
                assertAll(fixture.log(1), true);
            }
            assertThat(writer.attempts()).isLessThan(50);
        }
    }

    @Test
    void commitsManySmallBatchesTogether() throws Exception {
        try (var fixture = new SpoolDeliveryFixture(writer, spool, LIMITS)) {
            writer.failWith(Kind.UNAVAILABLE);
            for (int i = 0; i < 90; i++) {
                assertAll(fixture.log(1), true);
            }
            int before = writer.attempts();
            writer.recover();
            fixture.logger.retryNow();
            fixture.awaitStored(90);
            assertThat(writer.attempts() - before).isLessThan(10);
        }
    }

    private static void assertAll(List<CompletionStage<Boolean>> answers, boolean expected) throws Exception {
        var told = new ArrayList<Boolean>();
        for (var stage : answers) {
            told.add(answer(stage));
        }
        assertThat(told).containsOnly(expected);
    }
}

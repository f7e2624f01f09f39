package dev.gravitas.telemetry;

import static dev.gravitas.telemetry.TelemetryLoggerFixture.answer;
import static dev.gravitas.telemetry.TelemetryLoggerFixture.impatient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.LoggerCounters;
import dev.gravitas.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class TelemetryLoggerFaultTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void acknowledgesOnlyWhatIsCommitted() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.hold();
            var answer = fixture.logger.logLoadLatency("m", 1).toCompletableFuture();
            await().until(() -> fixture.writer.attempts() == 1);
            assertThat(answer).isNotDone();
            assertThat(fixture.logger.counters().pending()).isEqualTo(1);
            fixture.writer.release();
            assertThat(answer(answer)).isTrue();
            assertThat(fixture.logger.counters()).isEqualTo(new LoggerCounters(1, 1, 0, 0, Map.of(), Map.of()));
        }
    }

    @Test
    void commitsInOneBatchWhatWaitedMeanwhile() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.hold();
            var first = fixture.logger.logLoadLatency("m", 1);
            await().until(() -> fixture.writer.attempts() == 1);
            var others = logMany(fixture, 100);
            fixture.writer.release();
            assertThat(answer(first)).isTrue();
            assertAll(others, true);
            assertThat(fixture.writer.commits()).isEqualTo(2);
        }
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.hold();
            var accepted = logMany(fixture, 1_000);
            assertThat(fixture.logger.logLoadLatency("m", 1).toCompletableFuture()).isCompletedWithValue(false);
            assertThat(fixture.logger.counters().refused()).isEqualTo(Map.of("queue_full", 1L));
            fixture.writer.release();
            assertAll(accepted, true);
            assertThat(answer(fixture.logger.logLoadLatency("m", 1))).isTrue();
        }
    }

    @Test
    void refusesAtOnceWhenTheQueueIsHeavy() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.hold();
            var text = Map.of("text", "x".repeat(60_000));
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> fixture.logger.log("X", null, null, text, null))
                    .toList();
            assertThat(fixture.logger.counters().accepted()).isEqualTo(8);
            assertThat(fixture.logger.counters().refused()).isEqualTo(Map.of("queue_full", 12L));
            fixture.writer.release();
            assertAll(answers.subList(0, 8), true);
        }
    }

    @Test
    void losesNothingWhenTheDatabaseIsAwayForAMoment() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.failWith(Kind.UNAVAILABLE);
            var answers = logMany(fixture, 500);
            await().until(() -> fixture.writer.attempts() >= 4);
            fixture.writer.recover();
            assertAll(answers, true);
            assertThat(fixture.writer.events()).hasSize(500);
        }
    }

    @Test
    void storesOnceWhatWasCommittedInDoubt() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.loseAnswers();
            var answers = logMany(fixture, 50);
            await().until(() -> fixture.writer.attempts() >= 3);
            fixture.writer.recover();
            assertAll(answers, true);
            assertThat(fixture.writer.events()).hasSize(50);
        }
    }

    @Test
    void saysFalseAtTheLimitWhenTheDatabaseStaysAway() throws Exception {
        for (var kind : List.of(Kind.UNAVAILABLE, Kind.MISCONFIGURED, Kind.CONFLICT)) {
            try (var fixture = new TelemetryLoggerFixture(impatient(SHORT, SHORT))) {
                fixture.writer.failWith(kind);
                assertAll(logMany(fixture, 300), false);
                assertThat(fixture.logger.counters())
                        .isEqualTo(new LoggerCounters(300, 0, 0, 0, Map.of(), Map.of("database_unavailable", 300L)));
                assertThat(fixture.writer.events()).isEmpty();
                fixture.writer.recover();
                await().until(() -> answer(fixture.logger.logLoadLatency("m", 1)));
            }
        }
    }

    @Test
    void saysFalseAtTheLimitWhenAWriteNeverReturns() throws Exception {
        try (var fixture = new TelemetryLoggerFixture(impatient(SHORT, SHORT))) {
            fixture.writer.hold();
            assertAll(logMany(fixture, 300), false);
            assertThat(fixture.logger.counters().dropped()).isEqualTo(Map.of("database_unavailable", 300L));
            fixture.writer.release();
            await().until(() -> answer(fixture.logger.logLoadLatency("m", 1)));
        }
    }

    @Test
    void outlivesAWriterThatThrowsAnything() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.throwUnchecked(new IllegalStateException("planted"));
            var answer = fixture.logger.logLoadLatency("m", 1);
            await().until(() -> fixture.writer.attempts() >= 2);
            fixture.writer.recover();
            assertThat(answer(answer)).isTrue();
        }
    }

    @Test
    void dropsOnlyThePoisonousEvents() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            fixture.writer.refuse(event -> "bad".equals(event.component()));
            fixture.writer.hold();
            var good = new ArrayList<CompletionStage<Boolean>>();
            var bad = new ArrayList<CompletionStage<Boolean>>();
            for (int i = 0; i < 200; i++) {
                boolean poisonous = i % 37 == 5;
                (poisonous ? bad : good).add(fixture.logger.logLoadLatency(poisonous ? "bad" : "good", 1));
            }
            fixture.writer.release();
            assertAll(good, true);
            assertAll(bad, false);
            assertThat(fixture.logger.counters().dropped()).isEqualTo(Map.of("refused_by_database", (long) bad.size()));
            assertThat(fixture.writer.events()).hasSize(good.size());
        }
    }

    @Test
    void acknowledgesNothingThatIsNotDurable() throws Exception {
        try (var fixture = new TelemetryLoggerFixture(impatient(SHORT, SHORT))) {
            fixture.writer.failWith(Kind.UNSAFE);
            assertAll(logMany(fixture, 10), false);
            assertThat(fixture.logger.counters().dropped()).isEqualTo(Map.of("database_unavailable", 10L));
        }
    }

    @Test
    void flushesWhatWaitsWhenClosed() throws Exception {
        var fixture = new TelemetryLoggerFixture();
        fixture.writer.hold();
        var answers = logMany(fixture, 500);
        fixture.close();
        assertAll(answers, true);
        assertThat(fixture.logger.logLoadLatency("m", 1).toCompletableFuture()).isCompletedWithValue(false);
        assertThat(fixture.logger.counters().refused()).isEqualTo(Map.of("closed", 1L));
        fixture.logger.close();
    }

    @Test
    void closesInTimeWhenTheDatabaseIsAway() throws Exception {
        try (var fixture = new TelemetryLoggerFixture(impatient(Duration.ofMinutes(1), SHORT))) {
            fixture.writer.failWith(Kind.UNAVAILABLE);
            var answers = logMany(fixture, 300);
            fixture.logger.close();
            assertAll(answers, false);
            assertThat(fixture.logger.counters())
                    .isEqualTo(new LoggerCounters(300, 0, 0, 0, Map.of(), Map.of("not_flushed", 300L)));
        }
    }

    @Test
    void worksOnInterruptedThreads() throws Exception {
        var fixture = new TelemetryLoggerFixture();
        Thread.currentThread().interrupt();
        var answer = fixture.logger.logLoadLatency("m", 1);
        fixture.logger.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer(answer)).isTrue();
        fixture.close();
    }

    @Test
    void isHeldUpByNobodysCallback() throws Exception {
        try (var fixture = new TelemetryLoggerFixture()) {
            var never = new CountDownLatch(1);
            fixture.writer.hold();
            var blocked = fixture.logger.logLoadLatency("m", 1).thenAccept(durable -> awaitForEver(never));
            var failed = fixture.logger.logLoadLatency("m", 1)
                    .thenAccept(durable -> {
                        throw new IllegalStateException("planted");
                    });
            var other = fixture.logger.logLoadLatency("m", 1);
            fixture.writer.release();
            assertThat(answer(other)).isTrue();
            assertThat(answer(fixture.logger.logLoadLatency("m", 1))).isTrue();
            assertThat(blocked.toCompletableFuture()).isNotDone();
            await().untilAsserted(() -> assertThat(failed.toCompletableFuture()).isCompletedExceptionally());
            never.countDown();
        }
    }

    @Test
    void countsAddUpAtEveryMomentWithTenThousandCallers() throws Exception {
        try (var fixture = new TelemetryLoggerFixture(new LoggerLimits(100_000, 64 << 20, 500, Duration.ofSeconds(8),
                Duration.ofSeconds(20), Duration.ofSeconds(5)))) {
            var going = new AtomicBoolean(true);
            var wrong = new ConcurrentLinkedQueue<LoggerCounters>();
            var reader = CompletableFuture.runAsync(() -> {
                while (going.get()) {
                    var counters = fixture.logger.counters();
                    if (!addsUp(counters)) {
                        wrong.add(counters);
                    }
                }
            });
            var answers = new ConcurrentLinkedQueue<CompletionStage<Boolean>>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 10_000)
                        .forEach(i -> callers.execute(() -> answers.add(fixture.logger.logThoughtLatency("m", 1, 10))));
            }
            assertAll(answers.stream().toList(), true);
            going.set(false);
            reader.get(20, TimeUnit.SECONDS);
            assertThat(wrong).isEmpty();
            assertThat(fixture.logger.counters())
                    .isEqualTo(new LoggerCounters(10_000, 10_000, 0, 0, Map.of(), Map.of()));
            assertThat(fixture.writer.events()).hasSize(10_000);
        }
    }

    private static boolean addsUp(LoggerCounters counters) {
        return counters.pending() >= 0 && counters.addUp();
    }

    private static List<CompletionStage<Boolean>> logMany(TelemetryLoggerFixture fixture, int count) {
        return IntStream.range(0, count).mapToObj(i -> fixture.logger.logThoughtLatency("m", 1, 1 + i)).toList();
    }

    private static void assertAll(List<CompletionStage<Boolean>> answers, boolean expected) throws Exception {
        for (var stage : answers) {
            assertThat(answer(stage)).isEqualTo(expected);
        }
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

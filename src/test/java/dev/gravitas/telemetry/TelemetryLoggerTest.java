package dev.gravitas.telemetry;

import static dev.gravitas.telemetry.TelemetryLoggerFixture.NOW;
import static dev.gravitas.telemetry.TelemetryLoggerFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

class TelemetryLoggerTest {
    private final TelemetryLoggerFixture fixture = new TelemetryLoggerFixture();
    private final TelemetryLogger logger = fixture.logger;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void storesTheValueBitForBit() throws Exception {
        var random = new Random(7);
        var expected = new ArrayList<Double>();
        var answers = new ArrayList<CompletionStage<Boolean>>();
        for (int i = 0; i < 900; i++) {
            double seconds = random.nextDouble() * Math.pow(10, random.nextInt(-6, 6));
            int tokens = random.nextInt(1, 100_000);
            expected.add(seconds * 1000 / tokens);
            answers.add(logger.logThoughtLatency("m", seconds, tokens));
        }
        for (var stage : answers) {
            assertThat(answer(stage)).isTrue();
        }
        assertThat(fixture.writer.events()).extracting(event -> event.value()).isEqualTo(expected);
    }

    @Test
    void writesEveryMetadataKeyOfAThought() throws Exception {
        assertThat(answer(logger.logThoughtLatency("llama", 1.5, 150, 550))).isTrue();
        var event = fixture.onlyEvent();
        assertThat(event.eventType()).isEqualTo("THOUGHT_LATENCY");
        assertThat(event.component()).isEqualTo("llama");
        assertThat(event.status()).isEqualTo("success");
        assertThat(event.timestamp()).isEqualTo(NOW);
        var metadata = fixture.onlyMetadata();
        assertThat(metadata.propertyNames()).containsExactly("model", "inference_time_ms", "tokens_generated",
                "prompt_tokens", "total_tokens", "latency_per_token_ms", "definition");
        assertThat(metadata.get("inference_time_ms").doubleValue()).isEqualTo(1500.0);
        assertThat(metadata.get("total_tokens").intValue()).isEqualTo(700);
        assertThat(metadata.get("latency_per_token_ms").doubleValue()).isEqualTo(10.0);
        assertThat(metadata.get("definition").stringValue()).isEqualTo("e2e");
    }

    @Test
    void givesAnAnswerWithoutTokensNoValue() throws Exception {
        assertThat(answer(logger.logThoughtLatency("m", 0.5, 0))).isTrue();
        assertThat(fixture.onlyEvent().value()).isNull();
        assertThat(fixture.onlyEvent().status()).isEqualTo("no_tokens");
        assertThat(fixture.onlyMetadata().get("latency_per_token_ms").isNull()).isTrue();
    }

    @Test
    void tellsGoodLoadsFromFailedOnes() throws Exception {
        assertThat(answer(logger.logLoadLatency("m", 2.5))).isTrue();
        assertThat(fixture.onlyEvent().value()).isEqualTo(2.5);
        assertThat(fixture.onlyEvent().status()).isEqualTo("success");
        assertThat(fixture.onlyEvent().metadataJson()).isEqualTo("{\"model\":\"m\",\"load_time_ms\":2500.0}");
        assertThat(answer(logger.logLoadLatency("m", 3, false))).isTrue();
        assertThat(fixture.writer.events().getLast().status()).isEqualTo("error");
    }

    @Test
    void keepsMetadataAsItWasAtTheCall() throws Exception {
        fixture.writer.hold();
        var metadata = new HashMap<String, Object>(Map.of("a", 1));
        var answer = logger.log("X", null, null, metadata, null);
        metadata.put("a", 2);
        fixture.writer.release();
        assertThat(answer(answer)).isTrue();
        assertThat(fixture.onlyEvent().metadataJson()).isEqualTo("{\"a\":1}");
    }

    @Test
    void acceptsAnEventWithNothingButAType() throws Exception {
        assertThat(answer(logger.log("X", null, null, null, null))).isTrue();
        assertThat(fixture.onlyEvent().metadataJson()).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e307})
    void refusesTimesThatAreNoNumbers(double seconds) throws Exception {
        assertThat(answer(logger.logLoadLatency("m", seconds))).isFalse();
        assertThat(answer(logger.logThoughtLatency("m", seconds, 1))).isFalse();
        assertThat(logger.counters().refused()).isEqualTo(Map.of("not_finite", 2L));
    }

    @Test
    void refusesWhatCannotBeTrueAndCountsWhy() throws Exception {
        assertThat(answer(logger.logLoadLatency("m", -1))).isFalse();
        assertThat(answer(logger.logThoughtLatency("m", -1e-9, 1))).isFalse();
        assertThat(answer(logger.log("LOAD_LATENCY", "m", -1.0, null, null))).isFalse();
        assertThat(answer(logger.logThoughtLatency("m", 1, -1))).isFalse();
        assertThat(answer(logger.logThoughtLatency("m", 1, 1, -1))).isFalse();
        assertThat(answer(logger.logThoughtLatency(" ", 1, 1))).isFalse();
        assertThat(answer(logger.logLoadLatency("", 1))).isFalse();
        assertThat(answer(logger.log("\t", null, null, null, null))).isFalse();
        assertThat(answer(logger.log("X", null, Double.NaN, null, null))).isFalse();
        assertThat(logger.counters().refused()).isEqualTo(Map.of("negative_time", 3L, "negative_tokens", 2L,
                "blank_model", 2L, "blank_event_type", 1L, "not_finite", 1L));
        assertThat(logger.counters().accepted()).isZero();
        assertThat(fixture.writer.attempts()).isZero();
    }

    @Test
    void throwsForForbiddenNullsOnly() {
        assertThatThrownBy(() -> logger.log(unknown(), null, null, null, null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> logger.logLoadLatency(unknown(), 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> logger.logThoughtLatency(unknown(), 1, 1)).isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings("NullAway")
    private static String unknown() {
        return null;
    }

    @Test
    void makesTextStorable() throws Exception {
        assertThat(answer(logger.log("A\0", "\uD800b", null, Map.of("k\0", List.of("v\uDC00")), "ok\0"))).isTrue();
        var event = fixture.onlyEvent();
        assertThat(event.eventType()).isEqualTo("A\uFFFD");
        assertThat(event.component()).isEqualTo("\uFFFDb");
        assertThat(event.status()).isEqualTo("ok\uFFFD");
        assertThat(event.metadataJson()).isEqualTo("{\"k\uFFFD\":[\"v\uFFFD\"]}");
    }

    @Test
    void measuresLikeNanoTime() {
        double closest = Double.MAX_VALUE;
        for (int i = 0; i < 1_000; i++) {
            long before = System.nanoTime();
            long start = TelemetryLogger.startTimer();
            double seconds = TelemetryLogger.measureLatency(start);
            long after = System.nanoTime();
            assertThat(seconds).isBetween(0.0, (after - before) / 1e9);
            closest = Math.min(closest, Math.abs((after - before) / 1e9 - seconds));
        }
        assertThat(closest).isLessThan(1e-6);
        assertThat(TelemetryLogger.measureLatency(System.nanoTime() + 1_000_000_000L)).isZero();
        assertThat(TelemetryLogger.measureLatency(System.nanoTime() - 3_000_000_000L)).isBetween(3.0, 3.5);
    }

    @Test
    void measuresWithoutTheWallClock() {
        long start = TelemetryLogger.startTimer();
        fixture.clock.advance(Duration.ofDays(-1));
        assertThat(TelemetryLogger.measureLatency(start)).isBetween(0.0, 10.0);
    }

    @Test
    void answersQuestionsOverARollingWindow() throws Exception {
        var ranking = logger.getAggregatedEfficiency("m", 48).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(ranking.window().from()).isEqualTo(NOW.minus(Duration.ofHours(48)));
        assertThat(fixture.queries.asked()).isNotNull().extracting(query -> query.component()).isEqualTo("m");
        assertThat(logger.getAggregatedEfficiency().toCompletableFuture().get(20, TimeUnit.SECONDS).window().from())
                .isEqualTo(NOW.minus(Duration.ofHours(24)));
        assertThat(logger.get60DayStatistics().toCompletableFuture().get(20, TimeUnit.SECONDS).trends()).isEmpty();
        assertThat(logger.getTelemetryFootprint().toCompletableFuture().get(20, TimeUnit.SECONDS).telemetry().rows())
                .isZero();
    }

    @Test
    void tellsInTheFutureWhyAQuestionFailed() {
        fixture.queries.failWith(new StoreException(StoreException.Kind.UNAVAILABLE, "away"));
        assertThatThrownBy(() -> logger.get60DayStatistics().toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreException.class);
        assertThatThrownBy(() -> logger.getAggregatedEfficiency(null, 0)
                .toCompletableFuture()
                .get(20,
                        TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        fixture.executor.shutdownNow();
        assertThat(logger.getTelemetryFootprint().toCompletableFuture()).isCompletedExceptionally();
    }
}

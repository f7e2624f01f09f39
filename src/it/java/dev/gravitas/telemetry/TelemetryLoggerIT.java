package dev.gravitas.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SupervisedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class TelemetryLoggerIT {
    private static final int KILL_AT = 500;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private SupervisedDatabase server;
    private TelemetryLogger logger;

    @BeforeEach
    void open() throws Exception {
        server = new SupervisedDatabase(Clock.systemUTC());
        logger = new TelemetryLogger(server.database().writer(), server.database().queries(), Clock.systemUTC(),
                Thread.ofPlatform().daemon().factory(), executor, LoggerLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        logger.close();
        server.close();
        executor.close();
    }

    @Test
    void storesEveryAcknowledgedEventOfManyThreads() throws Exception {
        var answers = new ConcurrentHashMap<String, CompletionStage<Boolean>>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 1_000)
                    .forEach(i -> callers
                            .execute(() -> answers.put("m" + i, logger.logThoughtLatency("m" + i, 1.5, 10))));
        }
        assertThat(acknowledged(answers)).hasSize(1_000);
        assertThat(components()).hasSize(1_000).containsExactlyInAnyOrderElementsOf(answers.keySet());
        assertThat(logger.counters().stored()).isEqualTo(1_000);
    }

    @Test
    void storesTextsThatPostgresHasNoCharacterFor() throws Exception {
        var answer = logger.log("A\0", "\uD800", 1.0, Map.of("k\0", "\uDC00\t\\.\n"), "s\0\\N");
        assertThat(answer.toCompletableFuture().get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(components()).containsExactly("\uFFFD");
    }

    @Test
    void keepsAcknowledgedEventsWhenTheDatabaseDiesAndGoesOn() throws Exception {
        var answers = new LinkedHashMap<String, CompletionStage<Boolean>>();
        for (int i = 0; i < KILL_AT || !server.restored().await(1, TimeUnit.MILLISECONDS); i++) {
            assertThat(i).as("events until the server was back").isLessThan(60_000);
            if (i == KILL_AT) {
                server.kill();
            }
            answers.put("m" + i, logger.logThoughtLatency("m" + i, 1.5, 10));
        }
        answers.put("after", logger.logThoughtLatency("after", 1.5, 10));
        var acknowledged = acknowledged(answers);
        assertThat(acknowledged).contains("after");
        var stored = components();
        assertThat(stored).doesNotHaveDuplicates();
        // Of tens of thousands: looking each up in a list would take longer than all else.
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(new HashSet<>(stored));
        assertThat(lost).isEmpty();
        var counters = logger.counters();
        // More than were acknowledged where the restart took so long that some were given up before they were stored.
        assertThat(counters.stored()).isEqualTo(stored.size());
        assertThat(counters.accepted()).isEqualTo(answers.size());
        assertThat(counters.pending()).isZero();
    }

    private List<String> components() throws Exception {
        return server.column("SELECT component FROM system_telemetry");
    }

    private static List<String> acknowledged(Map<String, CompletionStage<Boolean>> answers) {
        return answers.entrySet()
                .stream()
                .filter(e -> e.getValue()
                        .toCompletableFuture()
                        .orTimeout(30,
                                TimeUnit.SECONDS)
                        .join())
                .map(Map.Entry::getKey)
                .toList();
    }
}

package dev.gravitas.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.telemetry.spool.FolderSpool;
import dev.gravitas.telemetry.spool.SpoolLimits;
import dev.gravitas.testing.SupervisedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The way through the spool with a real database and real files. Events are numbered by their value.
class SpoolDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private SupervisedDatabase server;
    private FolderSpool spool;
    private TelemetryLogger logger;
    private int next;

    @BeforeEach
    void open() throws Exception {
        server = new SupervisedDatabase(Clock.systemUTC());
        openLogger();
    }

    private void openLogger() {
        spool = FolderSpool.open(folder, new SpoolLimits(1L << 30, 0, 1 << 20), Clock.systemUTC());
        logger = new TelemetryLogger(server.database().writer(), spool, server.database().queries(),
                Clock.systemUTC(), Thread.ofPlatform().daemon().factory(), executor, LoggerLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        closeLogger();
        server.close();
        executor.close();
    }

    private void closeLogger() {
        logger.close();
        spool.close();
    }

    @Test
    void losesNothingWhenTheServerIsKilledAndKeepsTheOrder() throws Exception {
        var answers = new ArrayList<>(log(200));
        server.kill();
        while (!server.restored().await(2, TimeUnit.MILLISECONDS)) {
            answers.addAll(log(5));
        }
        answers.addAll(log(200));
        assertAllSafe(answers);
        assertAllStoredInOrder();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void losesNothingWhenTheServerIsFrozenAndTellsEveryCallerInTime() throws Exception {
        assertAllSafe(log(10));
        server.freeze();
        try {
            var start = System.nanoTime();
            assertAllSafe(log(1_000));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertAllSafe(log(1_000));
            assertThat(logger.counters().spooled()).isPositive();
        } finally {
            server.thaw();
        }
        assertAllStoredInOrder();
    }

    @Test
    void goesOnWithoutAnybodysHelpWhenTheRightsAreBack() throws Exception {
        assertAllSafe(log(10));
        server.sql("REVOKE INSERT ON system_telemetry FROM CURRENT_USER");
        assertAllSafe(log(500));
        assertThat(logger.counters().spooled()).isEqualTo(500);
        server.sql("GRANT INSERT ON system_telemetry TO CURRENT_USER");
        assertAllStoredInOrder();
    }

    @Test
    void waitsInTheSpoolWhileTheServerIsReadOnly() throws Exception {
        assertAllSafe(log(10));
        server.sql("ALTER ROLE CURRENT_USER SET default_transaction_read_only = on");
        server.endSessions();
        assertAllSafe(log(500));
        assertThat(logger.counters().spooled()).isEqualTo(500);
        server.sql("BEGIN READ WRITE; ALTER ROLE CURRENT_USER RESET default_transaction_read_only; COMMIT");
        server.endSessions();
        assertAllStoredInOrder();
    }

    @Test
    void replaysAtTheNextStartWhatWasSpooledBefore() throws Exception {
        server.sql("REVOKE INSERT ON system_telemetry FROM CURRENT_USER");
        assertAllSafe(log(5_000));
        closeLogger();
        server.sql("GRANT INSERT ON system_telemetry TO CURRENT_USER");
        openLogger();
        assertAllStoredInOrder();
        assertThat(logger.counters().accepted()).isEqualTo(5_000);
    }

    @Test
    void storesAllButThePoisonOfAThousandSpooledEvents() throws Exception {
        server.sql("REVOKE INSERT ON system_telemetry FROM CURRENT_USER");
        assertAllSafe(log(1_000));
        server.sql("ALTER TABLE system_telemetry ADD CONSTRAINT no_poison CHECK (value NOT IN (0, 500, 501, 999))");
        server.sql("GRANT INSERT ON system_telemetry TO CURRENT_USER");
        await().atMost(PATIENCE).until(() -> logger.counters().spooled() == 0);
        assertThat(stored()).hasSize(996).isSorted().doesNotContain(0, 500, 501, 999);
        assertThat(spool.status().setAside()).isEqualTo(4);
        assertThat(logger.counters().dropped()).containsEntry("refused_by_database", 4L);
    }

    private List<CompletionStage<Boolean>> log(int count) {
        return IntStream.range(0, count).mapToObj(_ -> logger.log("X", "m", (double) next++, null, null)).toList();
    }

    private static void assertAllSafe(List<CompletionStage<Boolean>> answers) throws Exception {
        for (var answer : answers) {
            assertThat(answer.toCompletableFuture().get(15, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertAllStoredInOrder() throws Exception {
        await().atMost(PATIENCE).until(() -> logger.counters().stored() == next);
        assertThat(stored()).isEqualTo(IntStream.range(0, next).boxed().toList());
        assertThat(logger.counters().addUp()).isTrue();
        assertThat(logger.counters().spooled()).isZero();
    }

    // In the order of storing: one session writes at a time, and rows of one partition lie as they came.
    private List<Integer> stored() throws Exception {
        return server.column("SELECT value::integer FROM system_telemetry ORDER BY tableoid, ctid")
                .stream()
                .map(Integer::valueOf)
                .toList();
    }
}

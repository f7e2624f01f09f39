package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.telemetry.LoggerLimits;
import dev.gravitas.telemetry.TelemetryLogger;
import dev.gravitas.testing.FakeEventWriter;
import dev.gravitas.testing.FakeQueries;
import dev.gravitas.testing.MemorySpool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

class RecorderReportTest {
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private final FakeEventWriter writer = new FakeEventWriter();
    private final MemorySpool spool = new MemorySpool();
    private final AtomicReference<DatabaseStatus.State> state = new AtomicReference<>(DatabaseStatus.State.UNAVAILABLE);
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TelemetryLogger logger = new TelemetryLogger(writer, spool, new FakeQueries(), Clock.systemUTC(),
            Thread.ofPlatform().daemon().factory(), answers, LoggerLimits.DEFAULT);

    @AfterEach
    void close() {
        logger.close();
        timer.shutdownNow();
        answers.shutdownNow();
    }

    @Test
    void showsTheCountsToOthersUntilItIsClosed() throws Exception {
        writer.failWith(Kind.UNAVAILABLE);
        logger.logLoadLatency("m", 1);
        var file = new RecorderFile(folder.resolve("recorder.json"));
        try (var _ = report(file)) {
            await().until(() -> file.find(PID).map(LoggerDocument::spooled).equals(Optional.of(1L)));
            assertThat(file.find(PID + 1)).as("what another process left behind").isEmpty();
        }
        assertThat(folder.resolve("recorder.json")).doesNotExist();
        assertThat(file.find(PID)).isEmpty();
    }

    @Test
    void readsNothingOutOfABrokenFile() throws Exception {
        var file = new RecorderFile(folder.resolve("recorder.json"));
        try (var _ = report(file)) {
            await().until(() -> file.find(PID).isPresent());
        }
        Files.writeString(folder.resolve("recorder.json"), "{");
        assertThat(file.find(PID)).isEmpty();
    }

    @Test
    void bringsTheSpoolInAtOnceWhenTheDatabaseIsBack() throws Exception {
        writer.failWith(Kind.UNAVAILABLE);
        logger.logLoadLatency("m", 1);
        try (var _ = report(new RecorderFile(folder.resolve("recorder.json")))) {
            await().until(() -> writer.attempts() > 5);
            writer.recover();
            state.set(DatabaseStatus.State.READY);
            await().until(() -> logger.counters().stored() == 1);
        }
    }

    private RecorderReport report(RecorderFile file) {
        return new RecorderReport(file, logger, spool::status,
                () -> new DatabaseStatus(state.get(), "", null, "embedded"), timer);
    }
}

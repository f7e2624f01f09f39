package dev.gravitas.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.app.TelemetrySession;
import dev.gravitas.model.LoggerCounters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The database goes away under a steady load of 500 events a second and comes back: nothing that was acknowledged is
/// lost, everything is answered in time, and nobody has to do anything to the console.
///
/// A minute each: `mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=OutageE2E
/// -Dgravitas.outage.seconds=60`
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageE2E {
    private final List<OutageReport> reports = new ArrayList<>();
    private Path folder = Path.of("unset");
    private ExternalServer server;

    @BeforeAll
    void start(@TempDir Path emptyFolder) throws Exception {
        folder = emptyFolder;
        server = new ExternalServer(folder.resolve("server"));
    }

    @AfterAll
    void stop() throws Exception {
        OutageTable.print(reports);
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostWhileAnExternalServerIs(ExternalFault fault) throws Exception {
        try (var session = TelemetrySession.open(server.dataFolder(folder.resolve("data-" + fault)))) {
            var report = new OutageRun(fault.name(), session.logger(), fault.of(server), OutageTable.LENGTH,
                    server::table).report();
            reports.add(report);
            OutageTable.assertPassed(report);
            assertThat(report.declined()).as("answered false").isZero();
        }
    }

    @Test
    void aProgramThatStartsWhileTheServerIsAwayIsAnsweredFromTheSpool() throws Exception {
        server.relay().refuse();
        try (var session = TelemetrySession.open(server.dataFolder(folder.resolve("started-late")))) {
            assertThat(session.logger().logThoughtLatency("early", 1, 10)).succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(true);
            assertThat(session.logger().counters()).returns(1L, LoggerCounters::spooled);
            server.relay().become(FaultyRelay.Mode.FORWARD);
            await().atMost(Duration.ofSeconds(30)).until(() -> session.logger().counters().stored() == 1);
        } finally {
            server.relay().become(FaultyRelay.Mode.FORWARD);
        }
        assertThat(server.table().efficiency()).containsEntry("early", 100.0);
    }
}

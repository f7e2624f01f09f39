package dev.gravitas.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.app.TelemetrySession;
import dev.gravitas.e2e.oracle.TelemetryTable;
import dev.gravitas.store.embedded.RunningServer;
import dev.gravitas.testing.SmallDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The disk of the embedded database fills up under a steady load, and there is room again later.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskE2E {
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(12);

    private final List<OutageReport> reports = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Path data = Path.of("unset");
    private SmallDisk database;
    private SmallDisk spool;
    private TelemetrySession session;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        database = mount("postgres", 320);
        spool = mount("spool", 256);
        session = TelemetrySession.open(data);
        opened.add(session);
    }

    private SmallDisk mount(String place, int megabytes) throws Exception {
        var disk = new SmallDisk(data.resolve(place), megabytes);
        opened.add(disk);
        Files.setPosixFilePermissions(disk.root(), PosixFilePermissions.fromString("rwx------"));
        return disk;
    }

    @AfterAll
    void stop() throws Exception {
        OutageTable.print(reports);
        for (var last : opened.reversed()) {
            last.close();
        }
    }

    private TelemetryTable table() throws Exception {
        return new TelemetryTable(new RunningServer(data.resolve("postgres")).superuser().orElseThrow());
    }

    private OutageReport report(String name, Duration length, SmallDisk... disks) throws Exception {
        var report = new OutageRun(name, session.logger(), new FullDisks(List.of(disks)), length, this::table)
                .report();
        reports.add(report);
        OutageTable.assertPassed(report);
        return report;
    }

    @Test
    void nothingIsLostWhileTheDatabaseHasNoRoom() throws Exception {
        assertThat(report("DISK_FULL", OutageTable.LENGTH, database).declined()).as("answered false").isZero();
    }

    @Test
    void countsWhatFindsNoRoomWhenTheSpoolHasNoneEither() throws Exception {
        var length = OutageTable.LENGTH.compareTo(LONGER_THAN_ANYBODY_WAITS) > 0
                ? OutageTable.LENGTH
                : LONGER_THAN_ANYBODY_WAITS;
        var report = report("ALL_DISKS_FULL", length, database, spool);
        // Some were told `false` a moment before they found room after all.
        var gone = report.declined() - report.comparison().inDoubt();
        assertThat(gone).as("told false and not stored").isPositive();
        assertThat(session.logger().counters().dropped()).containsOnly(Map.entry("spool_full", gone));
    }

    private record FullDisks(List<SmallDisk> disks) implements Outage {
        @Override
        public void strike() throws Exception {
            for (var disk : disks) {
                disk.fill();
            }
        }

        @Override
        public void heal() throws Exception {
            for (var disk : disks) {
                disk.empty();
            }
        }
    }
}

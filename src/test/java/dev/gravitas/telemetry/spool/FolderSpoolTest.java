package dev.gravitas.telemetry.spool;

import static dev.gravitas.telemetry.spool.SpoolFixture.NOW;
import static dev.gravitas.telemetry.spool.SpoolFixture.batch;
import static dev.gravitas.telemetry.spool.SpoolFixture.crash;
import static dev.gravitas.telemetry.spool.SpoolFixture.drain;
import static dev.gravitas.telemetry.spool.SpoolFixture.drainBatches;
import static dev.gravitas.telemetry.spool.SpoolFixture.events;
import static dev.gravitas.telemetry.spool.SpoolFixture.names;
import static dev.gravitas.telemetry.spool.SpoolFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.telemetry.SpooledBatch;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

class FolderSpoolTest {
    @TempDir
    Path folder;

    @Test
    void givesBackEveryEventAsItWasInOrderAndByBatch() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 3));
            spool.append(batch(3, 4));
            spool.append(batch(4, 30));
            assertThat(spool.status().events()).isEqualTo(30);
            assertThat(spool.status().oldest()).isEqualTo(NOW);
            assertThat(drainBatches(spool)).extracting(SpooledBatch::batch)
                    .containsExactly(batch(0, 3), batch(3, 4), batch(4, 30));
            assertThat(spool.isEmpty()).isTrue();
            assertThat(spool.status().bytes()).isZero();
        }
    }

    @Test
    void keepsAnEventOfTheGreatestSize() throws Exception {
        var large = new TelemetryEvent("X".repeat(5_000), "c".repeat(70_000), Double.MIN_VALUE, "m".repeat(65_536), "s",
                NOW);
        try (var spool = open(folder)) {
            spool.append(new EventBatch(new UUID(1, 1), List.of(large, large)));
        }
        try (var spool = open(folder)) {
            assertThat(drain(spool)).containsExactly(large, large);
        }
    }

    @Test
    void keepsABatchOnceThatIsPutInAgainBecauseTheFirstTimeWasInDoubt() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 3));
            spool.append(batch(0, 3));
        }
        try (var spool = open(folder)) {
            spool.append(batch(0, 3));
            spool.append(batch(3, 4));
            assertThat(drain(spool)).isEqualTo(events(0, 4));
        }
    }

    @Test
    void looksTwiceAndSeesTheSame() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 40));
            spool.append(batch(40, 45));
            assertThat(spool.peek(1)).isEqualTo(spool.peek(30)).isNotEqualTo(spool.peek(41));
        }
    }

    @Test
    void keepsEverythingOverAClose() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 10));
            spool.append(batch(10, 20));
            spool.remove(spool.peek(1).batches());
        }
        try (var spool = open(folder)) {
            assertThat(spool.status().events()).isEqualTo(10);
            assertThat(drain(spool)).isEqualTo(events(10, 20));
            spool.append(batch(20, 21));
            assertThat(drain(spool)).isEqualTo(events(20, 21));
        }
    }

    @Test
    void keepsEverythingOverACrash() throws Exception {
        var after = folder.resolve("after");
        try (var spool = open(folder)) {
            spool.append(batch(0, 10));
            spool.append(batch(10, 20));
            spool.remove(spool.peek(1).batches());
            crash(folder, after);
        }
        try (var spool = open(after)) {
            assertThat(drain(spool)).isEqualTo(events(10, 20));
            assertThat(spool.status().damage().files()).isZero();
        }
    }

    @Test
    void splitsABatchForGood() throws Exception {
        var after = folder.resolve("after");
        List<SpooledBatch> halves;
        try (var spool = open(folder)) {
            spool.append(batch(0, 5));
            spool.append(batch(5, 6));
            var whole = spool.peek(1).batches().getFirst();
            spool.split(whole);
            halves = spool.peek(4).batches();
            assertThat(halves).extracting(SpooledBatch::batch).isEqualTo(whole.halves());
            crash(folder, after);
        }
        try (var spool = open(after)) {
            assertThat(spool.peek(4).batches()).isEqualTo(halves);
            assertThat(drain(spool)).isEqualTo(events(0, 6));
        }
    }

    @Test
    void keepsWhatTheDatabaseRefusesBesideTheQueue() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 1));
            spool.append(batch(1, 2));
            spool.setAside(spool.peek(1).batches().getFirst(), "refused");
            assertThat(spool.status().setAside()).isEqualTo(1);
        }
        try (var spool = open(folder)) {
            assertThat(spool.status().setAside()).isEqualTo(1);
            assertThat(drain(spool)).isEqualTo(events(1, 2));
        }
    }

    @Test
    void takesNoMoreThanItsLimit() throws Exception {
        try (var spool = FolderSpool.open(folder, new SpoolLimits(10_000, 0, 0), new TestClock(NOW))) {
            assertThatThrownBy(() -> {
                for (int i = 0; i < 1_000; i++) {
                    spool.append(batch(i, i + 1));
                }
            }).isInstanceOfSatisfying(SpoolException.class,
                    fault -> assertThat(fault.kind()).isEqualTo(SpoolException.Kind.FULL));
            assertThat(spool.status().bytes()).isBetween(10_000L, 11_000L);
            spool.remove(spool.peek(20).batches());
            spool.append(batch(1, 2));
        }
    }

    @Test
    void leavesTheDiskSomeRoom() {
        try (var spool = FolderSpool.open(folder, new SpoolLimits(1 << 20, Long.MAX_VALUE, 0), new TestClock(NOW))) {
            assertThatThrownBy(() -> spool.append(batch(0, 1))).isInstanceOf(SpoolException.class)
                    .hasMessageContaining("disk");
        }
    }

    @Test
    void givesTheDiskBackWhatALongOutageTook() throws Exception {
        try (var spool = open(folder)) {
            for (int i = 0; i < 100; i++) {
                spool.append(batch(i * 1_000, (i + 1) * 1_000));
            }
            assertThat(Files.size(folder.resolve("spool-1.db"))).isGreaterThan(16 << 20);
            drain(spool);
            assertThat(Files.size(folder.resolve("spool-1.db"))).isLessThan(1 << 20);
        }
    }

    @Test
    void worksInAFolderWithAnyName() throws Exception {
        var odd = Files.createDirectories(folder.resolve("a b?c=d&e#f%20ü'\"😀"));
        try (var spool = open(odd)) {
            spool.append(batch(0, 2));
        }
        assertThat(names(odd)).contains("spool-1.db");
        try (var spool = open(odd)) {
            assertThat(drain(spool)).isEqualTo(events(0, 2));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadItsFiles() throws Exception {
        try (var spool = open(folder)) {
            spool.append(batch(0, 2));
            for (var name : List.of("spool-1.db", "spool-1.db-wal", "spool-1.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void givesEachLoggerAFileOfItsOwn() throws Exception {
        try (var one = open(folder); var other = open(folder)) {
            one.append(batch(0, 2));
            other.append(batch(2, 4));
            assertThat(names(folder)).contains("spool-1.db", "spool-2.db");
            assertThat(drain(one)).isEqualTo(events(0, 2));
            assertThat(drain(other)).isEqualTo(events(2, 4));
        }
    }

    @Test
    void takesOverWhatOthersLeftBehindBeforeItsOwn() throws Exception {
        try (var one = open(folder); var other = open(folder); var third = open(folder)) {
            one.append(batch(0, 2));
            other.append(batch(2, 4));
            third.append(batch(4, 6));
        }
        try (var next = open(folder)) {
            assertThat(next.status().events()).isEqualTo(6);
            assertThat(drain(next)).isEqualTo(
                    java.util.stream.Stream.of(events(2, 4), events(4, 6), events(0, 2))
                            .flatMap(List::stream)
                            .toList());
            assertThat(names(folder)).contains("spool-1.db").doesNotContain("spool-2.db", "spool-3.db");
        }
    }

    @Test
    void refusesAfterItWasClosed() {
        var spool = open(folder);
        spool.close();
        assertThatThrownBy(() -> spool.append(batch(0, 1))).isInstanceOf(SpoolException.class);
        spool.close();
    }
}

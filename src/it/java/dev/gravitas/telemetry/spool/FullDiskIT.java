package dev.gravitas.telemetry.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.telemetry.SpooledBatch;
import dev.gravitas.testing.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// A spool on a disk without a free byte.
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
    private static final SpoolLimits NO_LIMITS = new SpoolLimits(1L << 30, 0, 2 << 20);
    private static final TelemetryEvent EVENT = new TelemetryEvent("X", "m", 1.0, "{\"t\":\"" + "x".repeat(400) + "\"}",
            null, Instant.EPOCH);

    @TempDir
    Path folder;

    private SmallDisk disk;
    private Path place;

    @BeforeEach
    void makeDisk() throws Exception {
        disk = new SmallDisk(folder.resolve("disk"), 24);
        place = Files.createDirectories(disk.root().resolve("spool"));
    }

    @AfterEach
    void removeDisk() throws Exception {
        disk.close();
    }

    @Test
    void keepsAllThatItTookAndCanBeDrainedWithoutAFreeByte() throws Exception {
        try (var spool = open()) {
            var taken = appendUntilFull(spool);
            disk.fill();
            assertThatThrownBy(() -> spool.append(batch())).isInstanceOf(SpoolException.class);
            assertThat(drain(spool)).isEqualTo(taken);
        }
    }

    @Test
    void goesOnByItselfWhenThereIsRoomAgain() throws Exception {
        disk.fill();
        try (var spool = open()) {
            assertThatThrownBy(() -> spool.append(batch())).isInstanceOf(SpoolException.class);
            disk.empty();
            var batch = batch();
            spool.append(batch);
            assertThat(drain(spool)).containsExactly(batch.id());
            assertThat(place.resolve("reserve")).hasSize(2 << 20);
        }
    }

    @Test
    void losesNothingWhenTheProgramEndsOnAFullDisk() throws Exception {
        List<UUID> taken;
        try (var spool = open()) {
            taken = appendUntilFull(spool);
            disk.fill();
        }
        try (var spool = open()) {
            assertThat(spool.status().damage().files()).isZero();
            assertThat(drain(spool)).isEqualTo(taken);
        }
    }

    @Test
    void startsOnAReadOnlyDiskAndGoesOnWhenItIsWritable() throws Exception {
        var before = batch();
        try (var spool = open()) {
            spool.append(before);
        }
        disk.remount("ro");
        try (var spool = open()) {
            assertThatThrownBy(() -> spool.append(batch())).isInstanceOf(SpoolException.class);
            disk.remount("rw");
            var after = batch();
            spool.append(after);
            assertThat(drain(spool)).containsExactly(before.id(), after.id());
        }
    }

    private FolderSpool open() {
        return FolderSpool.open(place, NO_LIMITS, Clock.systemUTC());
    }

    private static EventBatch batch() {
        return new EventBatch(UUID.randomUUID(), Collections.nCopies(100, EVENT));
    }

    private static List<UUID> appendUntilFull(FolderSpool spool) {
        var taken = new ArrayList<UUID>();
        assertThatThrownBy(() -> {
            while (taken.size() < 10_000) {
                var batch = batch();
                spool.append(batch);
                taken.add(batch.id());
            }
        }).isInstanceOfSatisfying(SpoolException.class,
                fault -> assertThat(fault.kind()).isEqualTo(SpoolException.Kind.FULL));
        assertThat(taken).isNotEmpty();
        return taken;
    }

    private static List<UUID> drain(FolderSpool spool) throws SpoolException {
        var drained = new ArrayList<UUID>();
        for (var next = spool.peek(1_000).batches(); !next.isEmpty(); next = spool.peek(1_000).batches()) {
            drained.addAll(next.stream().map(SpooledBatch::batch).map(EventBatch::id).toList());
            spool.remove(next);
        }
        return drained;
    }
}

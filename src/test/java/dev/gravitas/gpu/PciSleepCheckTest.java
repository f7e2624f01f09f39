package dev.gravitas.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class PciSleepCheckTest {
    @TempDir
    private Path devices;

    private void device(String name, String vendor, String kind, String control, String status) throws Exception {
        var power = Files.createDirectories(devices.resolve(name).resolve("power"));
        Files.writeString(devices.resolve(name).resolve("vendor"), vendor + "\n");
        Files.writeString(devices.resolve(name).resolve("class"), kind + "\n");
        Files.writeString(power.resolve("control"), control + "\n");
        Files.writeString(power.resolve("runtime_status"), status + "\n");
    }

    @Test
    void seesThatTheOnlyNvidiaGpuSleeps() throws Exception {
        device("0000:00:02.0", "0x8086", "0x030000", "on", "active");
        device("0000:01:00.0", "0x10de", "0x030200", "auto", "suspended");
        // Its sound device, which may be awake.
        device("0000:01:00.1", "0x10de", "0x040300", "auto", "active");
        var check = new PciSleepCheck(devices);
        assertThat(check.asleep()).isTrue();
        assertThat(check.maySleep()).isTrue();
    }

    @Test
    void takesAGpuThatIsAwakeOrMayNotSleepForThat() throws Exception {
        device("0000:01:00.0", "0x10de", "0x030000", "on", "active");
        var check = new PciSleepCheck(devices);
        assertThat(check.asleep()).isFalse();
        assertThat(check.maySleep()).isFalse();
    }

    @Test
    void findsNothingAsleepWhereThereIsNoGpuOrNoSuchFolder() throws Exception {
        assertThat(new PciSleepCheck(devices).asleep()).isFalse();
        assertThat(new PciSleepCheck(devices.resolve("nowhere")).maySleep()).isFalse();
        Files.createDirectories(devices.resolve("0000:02:00.0"));
        assertThat(new PciSleepCheck(devices).asleep()).isFalse();
    }
}

package dev.gravitas.gpu.nvml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

class NvmlLocationsTest {
    @TempDir
    private Path folder;
    private Path windows;
    private Path drivers;
    private Map<String, String> environment;

    @BeforeEach
    void windows() throws Exception {
        windows = folder.resolve("Windows");
        drivers = Files.createDirectories(windows.resolve("System32/DriverStore/FileRepository"));
        environment = Map.of("SystemRoot", windows.toString(), "ProgramW6432", folder.resolve("Programs").toString());
    }

    @Test
    void triesNothingButWhatIsConfigured() {
        assertThat(NvmlLocations.of("/opt/nvml.so", "Linux", Map.of()).candidates()).containsExactly("/opt/nvml.so");
        assertThat(NvmlLocations.of("C:\\nvml.dll", "Windows 11", environment).candidates())
                .containsExactly("C:\\nvml.dll");
    }

    @Test
    void neverTriesTheNameThatMayBeAStubOnLinux() {
        assertThat(NvmlLocations.of(null, "Linux", Map.of()).candidates())
                .containsExactly("libnvidia-ml.so.1", "/usr/lib/wsl/lib/libnvidia-ml.so.1");
    }

    @Test
    void looksIntoWindowsThenIntoProgramsThenIntoStoredDriversNewestFirst() throws Exception {
        var older = driver("nv_dispi.inf_amd64_aaaa", "2025-01-01T00:00:00Z");
        var newer = driver("nv_dispig.inf_amd64_0000", "2026-01-01T00:00:00Z");
        driver("nvhda.inf_amd64_bbbb", "2026-06-01T00:00:00Z");
        Files.createDirectory(drivers.resolve("nv_dispi.inf_amd64_empty"));
        assertThat(NvmlLocations.of(null, "Windows 11", environment).candidates()).containsExactly(
                windows.resolve("System32/nvml.dll").toString(),
                folder.resolve("Programs/NVIDIA Corporation/NVSMI/nvml.dll").toString(), newer.toString(),
                older.toString());
    }

    @Test
    void asksTheLoaderWhereWindowsDoesNotSayWhereItIs() {
        assertThat(NvmlLocations.of(null, "Windows 11", Map.of()).candidates()).containsExactly("nvml.dll");
    }

    private Path driver(String name, String time) throws Exception {
        var library = Files.createFile(Files.createDirectory(drivers.resolve(name)).resolve("nvml.dll"));
        return Files.setLastModifiedTime(library, FileTime.from(Instant.parse(time)));
    }
}

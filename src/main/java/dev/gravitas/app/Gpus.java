package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.GpuSettings;
import dev.gravitas.gpu.GpuLook;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.gpu.PciSleepCheck;
import dev.gravitas.gpu.ProcessNames;
import dev.gravitas.gpu.SleepCheck;
import dev.gravitas.gpu.nvml.NvmlLocations;
import dev.gravitas.gpu.nvml.NvmlSession;

import java.nio.file.Path;
import java.time.Clock;

/// The GPUs of this machine, as they are set.
record Gpus(DataFolder folder, GpuSettings settings, Clock clock) {
    GpuSource source() {
        var locations = NvmlLocations.of(settings.nvmlLibrary(), System.getProperty("os.name"), System.getenv());
        return new ReleasableGpus(new NvmlSession(locations, clock), new GpuLock(folder.gpuLock()),
                new ReleaseFile(folder.gpuRelease()));
    }

    SleepCheck sleepCheck() {
        return new PciSleepCheck(Path.of("/sys/bus/pci/devices"));
    }

    LockoutThreshold threshold() {
        return new LockoutThreshold(settings.lockoutFreeMib());
    }

    GpuLook look() {
        return new GpuLook(source(), sleepCheck(), ProcessNames.here(), clock);
    }
}

package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.GpuSettings;
import dev.gravitas.demo.DemoGpus;
import dev.gravitas.demo.Scenario;
import dev.gravitas.gpu.GpuLook;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.gpu.HolderNames;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.gpu.PciSleepCheck;
import dev.gravitas.gpu.ProcessNames;
import dev.gravitas.gpu.SleepCheck;
import dev.gravitas.gpu.nvml.NvmlLocations;
import dev.gravitas.gpu.nvml.NvmlSession;

import java.nio.file.Path;
import java.time.Clock;

/// The GPUs that a console watches: this machine's, as they are set, or those of a demo.
record Gpus(GpuSource source, SleepCheck sleepCheck, HolderNames names, LockoutThreshold threshold, Clock clock) {
    static Gpus of(DataFolder folder, GpuSettings settings, Clock clock) {
        var threshold = new LockoutThreshold(settings.lockoutFreeMib());
        return new DemoMark(folder).scenario()
                .map(scenario -> ofDemo(scenario, threshold, clock))
                .orElseGet(() -> ofMachine(settings, threshold, clock))
                .releasable(folder);
    }

    private Gpus releasable(DataFolder folder) {
        var releasable = new ReleasableGpus(source, new GpuLock(folder.gpuLock()),
                new ReleaseFile(folder.gpuRelease()));
        return new Gpus(releasable, sleepCheck, names, threshold, clock);
    }

    private static Gpus ofDemo(Scenario scenario, LockoutThreshold threshold, Clock clock) {
        var gpus = new DemoGpus(scenario, clock);
        return new Gpus(gpus, SleepCheck.NEVER, gpus, threshold, clock);
    }

    private static Gpus ofMachine(GpuSettings settings, LockoutThreshold threshold, Clock clock) {
        var library = NvmlLocations.of(settings.nvmlLibrary(), System.getProperty("os.name"), System.getenv());
        return new Gpus(new NvmlSession(library, clock), new PciSleepCheck(Path.of("/sys/bus/pci/devices")),
                ProcessNames.here(), threshold, clock);
    }

    GpuLook look() {
        return new GpuLook(source, sleepCheck, names, clock);
    }
}

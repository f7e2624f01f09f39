package dev.gravitas.demo;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.gpu.HolderNames;
import dev.gravitas.gpu.LostDevice;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuHolder;

import java.time.Clock;
import java.util.List;

/// The GPUs of the scenario, as they are now. Has no session to lose.
public final class DemoGpus implements GpuSource, HolderNames {
    private final Scenario scenario;
    private final Clock clock;

    public DemoGpus(Scenario scenario, Clock clock) {
        this.scenario = scenario;
        this.clock = clock;
    }

    @Override
    public List<GpuDevice> devices() {
        double now = scenario.second(clock.instant());
        return scenario.gpus()
                .stream()
                .map(gpu -> device(new DemoDevice(scenario, gpu, now)))
                .toList();
    }

    private static GpuDevice device(DemoDevice device) {
        return device.gpu().answers(device.now()) ? device : new LostDevice(device.identity(), null);
    }

    @Override
    public DriverVersions versions() {
        return new DriverVersions("demo", "demo", "demo");
    }

    @Override
    public void release() {
        // Nothing is held.
    }

    @Override
    public GpuHolder named(GpuDevice.Hold hold) {
        double now = scenario.second(clock.instant());
        return scenario.gpus()
                .stream()
                .flatMap(gpu -> gpu.held(now).stream())
                .filter(held -> held.pid() == hold.pid())
                .findFirst()
                .map(held -> new GpuHolder(hold.pid(), held.program(), held.model().name(), hold.bytes(), true))
                .orElse(new GpuHolder(hold.pid(), null, null, hold.bytes(), false));
    }
}

package dev.gravitas.demo;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;

import java.util.List;
import java.util.Set;

/// A GPU of the scenario at one moment.
///
/// @param now seconds since the start
record DemoDevice(Scenario scenario, ScriptedGpu gpu, double now) implements GpuDevice {
    private static final int POWER_CAPPED_FROM = 92;

    @Override
    public GpuIdentity identity() {
        var card = gpu.card();
        return new GpuIdentity(card.id(), "00000000:0" + (card.index() + 1) + ":00.0", card.name(), card.index());
    }

    @Override
    public Outcome<VramReading> vram() {
        long total = bytes(gpu.card().totalMib());
        long reserved = bytes(ScriptedGpu.RESERVED);
        long used = bytes(gpu.used(now));
        return Outcome.of(new VramReading(total, reserved, used, total - reserved - used, Source.V2));
    }

    // Moves slowly: the same for some seconds.
    private int load() {
        return 35 + scenario.dice().below(64, 20, gpu.card().index(), (long) now / 4);
    }

    @Override
    public Outcome<Integer> busy() {
        return Outcome.of(load());
    }

    @Override
    public Outcome<Integer> temperature() {
        return Outcome.of(48 + load() / 4);
    }

    @Override
    public Outcome<Double> power() {
        return Outcome.of(Math.floor(gpu.card().watts() * (0.2 + 0.75 * load() / 100)));
    }

    @Override
    public Outcome<Double> powerLimit() {
        return Outcome.of((double) gpu.card().watts());
    }

    @Override
    public Outcome<Integer> clock() {
        return Outcome.of(2_520 - 4 * load());
    }

    @Override
    public Outcome<Set<SlowReason>> slowedBy() {
        return Outcome.of(load() >= POWER_CAPPED_FROM ? Set.of(SlowReason.POWER_CAP) : Set.of());
    }

    @Override
    public Outcome<Integer> fan() {
        return Outcome.of(25 + load() / 2);
    }

    @Override
    public Outcome<List<Hold>> holds() {
        return Outcome.of(gpu.held(now).stream().map(held -> new Hold(held.pid(), bytes(held.mib()))).toList());
    }

    private static long bytes(double mib) {
        return Math.round(mib * VramReading.MIB);
    }
}

package dev.gravitas.gpu.nvml;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;

import java.util.List;
import java.util.Set;

/// A GPU that is there and that this account may not open. It is shown, and the others are read.
record DeniedDevice(GpuIdentity identity) implements GpuDevice {

    static DeniedDevice at(int index) {
        return new DeniedDevice(GpuIdentity.unknown(index, "GPU without permission"));
    }

    private static <T> Outcome<T> denied() {
        return new Outcome.Refused<>("This account may not use this GPU.");
    }

    @Override
    public Outcome<VramReading> vram() {
        return denied();
    }

    @Override
    public Outcome<Integer> busy() {
        return denied();
    }

    @Override
    public Outcome<Integer> temperature() {
        return denied();
    }

    @Override
    public Outcome<Double> power() {
        return denied();
    }

    @Override
    public Outcome<Double> powerLimit() {
        return denied();
    }

    @Override
    public Outcome<Integer> clock() {
        return denied();
    }

    @Override
    public Outcome<Set<SlowReason>> slowedBy() {
        return denied();
    }

    @Override
    public Outcome<Integer> fan() {
        return denied();
    }

    @Override
    public Outcome<List<Hold>> holds() {
        return denied();
    }
}

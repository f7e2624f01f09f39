package dev.gravitas.gpu.nvml;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;

import java.util.List;
import java.util.Set;

/// A GPU that is listed and is so lost that not even its name can be read.
record LostDevice(GpuIdentity identity) implements GpuDevice {
    private static <T> Outcome<T> lost() throws GpuException {
        throw new GpuException(GpuFault.LOST, null);
    }

    @Override
    public Outcome<VramReading> vram() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Integer> busy() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Integer> temperature() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Double> power() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Double> powerLimit() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Integer> clock() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Set<SlowReason>> slowedBy() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<Integer> fan() throws GpuException {
        return lost();
    }

    @Override
    public Outcome<List<Hold>> holds() throws GpuException {
        return lost();
    }
}

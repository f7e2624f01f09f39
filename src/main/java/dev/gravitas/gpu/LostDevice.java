package dev.gravitas.gpu;

import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// A GPU that is listed and answers nothing.
///
/// @param identity as far as it could be read
/// @param said by the driver, null for nothing
public record LostDevice(GpuIdentity identity, @Nullable String said) implements GpuDevice {
    private <T> Outcome<T> lost() throws GpuException {
        throw new GpuException(GpuFault.LOST, said);
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

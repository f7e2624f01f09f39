package dev.gravitas.gpu;

import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// One GPU, for as long as a round of questions lasts. Each method is one call of the driver and may take milliseconds.
/// A question whose answer shows that the session is lost throws; all else is an [Outcome].
public interface GpuDevice {
    GpuIdentity identity();

    Outcome<VramReading> vram() throws GpuException;

    /// Percent.
    Outcome<Integer> busy() throws GpuException;

    /// °C.
    Outcome<Integer> temperature() throws GpuException;

    /// Watts.
    Outcome<Double> power() throws GpuException;

    /// Watts.
    Outcome<Double> powerLimit() throws GpuException;

    /// MHz.
    Outcome<Integer> clock() throws GpuException;

    Outcome<Set<SlowReason>> slowedBy() throws GpuException;

    /// Percent.
    Outcome<Integer> fan() throws GpuException;

    /// Who holds memory, each process once; partial where the driver tells some kinds of programs alone. By far the dearest
    /// question.
    Outcome<List<Hold>> holds() throws GpuException;

    /// What the driver says of a process.
    ///
    /// @param bytes null where it does not tell
    record Hold(long pid, @Nullable Long bytes) {}
}

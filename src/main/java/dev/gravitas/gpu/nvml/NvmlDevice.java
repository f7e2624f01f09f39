package dev.gravitas.gpu.nvml;

import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A GPU, or a part of one, under the handle of this round.
final class NvmlDevice implements GpuDevice {
    private static final int ON_CHIP = 0;
    private static final int SM_CLOCK = 1;
    private static final double MILLI = 1000.0;
    /// The largest figures that are believed, some times what any GPU has.
    private static final int PERCENT = 100;
    private static final int CELSIUS = 250;
    private static final int MILLIWATTS = 20_000_000;
    private static final int MEGAHERTZ = 20_000;
    /// A fan may turn faster than what is called its full speed (`nvmlDeviceGetFanSpeed`).
    private static final int FAN_PERCENT = 2 * PERCENT;
    /// Bits of `nvmlClocksEventReason…`; a GPU that is idle or does what it was told is not slowed.
    private static final Map<Long, SlowReason> REASONS = Map.of(0x4L, SlowReason.POWER_CAP, 0x8L,
            SlowReason.HARDWARE_SLOWDOWN, 0x20L, SlowReason.SOFTWARE_THERMAL, 0x40L, SlowReason.HARDWARE_THERMAL,
            0x80L, SlowReason.POWER_BRAKE);

    private final GpuIdentity identity;
    private final Pointer handle;
    private final boolean part;
    private final NvmlSession session;

    NvmlDevice(GpuIdentity identity, Pointer handle, boolean part, NvmlSession session) {
        this.identity = identity;
        this.handle = handle;
        this.part = part;
        this.session = session;
    }

    @Override
    public GpuIdentity identity() {
        return identity;
    }

    @Override
    public Outcome<VramReading> vram() throws GpuException {
        var told = session.memory().read(identity.id(), handle, part);
        boolean shared = told instanceof Outcome.Value<VramReading>(var reading)
                ? reading.totalBytes() == 0
                : told instanceof Outcome.NotSupported;
        return shared && !part ? session.unified().read(identity.id(), this) : told;
    }

    @Override
    public Outcome<Integer> busy() throws GpuException {
        return number(PERCENT, NvmlFunction.UTILIZATION);
    }

    @Override
    public Outcome<Integer> temperature() throws GpuException {
        return number(CELSIUS, NvmlFunction.TEMPERATURE, ON_CHIP);
    }

    @Override
    public Outcome<Double> power() throws GpuException {
        return number(MILLIWATTS, NvmlFunction.POWER).map(milliwatts -> milliwatts / MILLI);
    }

    @Override
    public Outcome<Double> powerLimit() throws GpuException {
        return number(MILLIWATTS, NvmlFunction.POWER_LIMIT).map(milliwatts -> milliwatts / MILLI);
    }

    @Override
    public Outcome<Integer> clock() throws GpuException {
        return number(MEGAHERTZ, NvmlFunction.CLOCK, SM_CLOCK);
    }

    @Override
    public Outcome<Set<SlowReason>> slowedBy() throws GpuException {
        var calls = session.calls();
        // The same figure under the name that it had before.
        var function = calls.library().has(NvmlFunction.CLOCK_REASONS)
                ? NvmlFunction.CLOCK_REASONS
                : NvmlFunction.THROTTLE_REASONS;
        int code = calls.library().call(function, handle, calls.scratch());
        return calls.told(identity.id(), function, code, filled -> reasons(filled.getLong(0)));
    }

    private static Set<SlowReason> reasons(long bits) {
        var found = EnumSet.noneOf(SlowReason.class);
        REASONS.forEach((bit, reason) -> {
            if ((bits & bit) != 0) {
                found.add(reason);
            }
        });
        return Set.copyOf(found);
    }

    @Override
    public Outcome<Integer> fan() throws GpuException {
        return number(FAN_PERCENT, NvmlFunction.FAN);
    }

    @Override
    public Outcome<List<Hold>> holds() throws GpuException {
        var found = session.processes().read(identity.id(), handle);
        session.unified().note(identity.id(), found);
        return found;
    }

    private Outcome<Integer> number(int most, NvmlFunction function, Object... more) throws GpuException {
        return NvmlCalls.sane(session.calls().number(identity.id(), function, handle, more), figure -> figure <= most);
    }
}

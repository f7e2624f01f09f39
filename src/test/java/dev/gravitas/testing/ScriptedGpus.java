package dev.gravitas.testing;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// GPUs that say what a test wrote into them. Counts what is asked.
public final class ScriptedGpus implements GpuSource {
    /// MiB that each GPU has.
    public static final long TOTAL_MIB = 24_576;

    private final Map<String, Long> freeMib = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private @Nullable GpuFault fault;
    private @Nullable CountDownLatch stuck;
    private List<GpuDevice.Hold> holds = List.of();
    private @Nullable String hidden;
    private boolean open;
    private int opened;
    private int asked;
    private int askedForHolds;

    /// A GPU with so much free memory; a new one or a known one.
    public ScriptedGpus free(String id, long mib) {
        freeMib.put(id, mib);
        return this;
    }

    /// It is not listed any more.
    public void unplug(String id) {
        freeMib.remove(id);
    }

    /// It is listed and does not answer.
    public void lose(String id) {
        lost.add(id);
    }

    /// What was lost answers again.
    public void find() {
        lost.clear();
    }

    /// From now on each question ends so; null for well.
    public void fail(@Nullable GpuFault reason) {
        fault = reason;
    }

    /// From now on each question waits for the latch.
    public void hang(CountDownLatch latch) {
        stuck = latch;
    }

    public void held(GpuDevice.Hold... by) {
        holds = List.of(by);
    }

    /// From now on not all processes are told, for this reason.
    public void hide(String why) {
        hidden = why;
    }

    public boolean open() {
        return open;
    }

    /// Sessions opened so far.
    public int opened() {
        return opened;
    }

    /// Rounds of questions so far.
    public int asked() {
        return asked;
    }

    /// Lists of processes so far.
    public int askedForHolds() {
        return askedForHolds;
    }

    @Override
    public List<GpuDevice> devices() throws GpuException {
        session();
        asked++;
        var devices = new ArrayList<GpuDevice>();
        freeMib.forEach((id, free) -> devices.add(new Device(id, devices.size(), free)));
        if (devices.isEmpty()) {
            throw new GpuException(GpuFault.NO_GPU, null);
        }
        return devices;
    }

    @Override
    public DriverVersions versions() throws GpuException {
        session();
        return new DriverVersions("580.65.06", "13.580.65.06", "13.0");
    }

    private void session() throws GpuException {
        if (stuck != null) {
            try {
                stuck.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (fault != null) {
            throw new GpuException(fault, null);
        }
        opened += open ? 0 : 1;
        open = true;
    }

    @Override
    public void release() {
        open = false;
    }

    private final class Device implements GpuDevice {
        private final GpuIdentity identity;
        private final long free;

        Device(String id, int index, long free) {
            this.identity = new GpuIdentity(id, "00000000:0" + index + ":00.0", "Scripted", index);
            this.free = free;
        }

        @Override
        public GpuIdentity identity() {
            return identity;
        }

        @Override
        public Outcome<VramReading> vram() throws GpuException {
            if (lost.contains(identity.id())) {
                throw new GpuException(GpuFault.LOST, null);
            }
            return Outcome.of(new VramReading(TOTAL_MIB * VramReading.MIB, 0L, (TOTAL_MIB - free) * VramReading.MIB,
                    free * VramReading.MIB, Source.V2));
        }

        @Override
        public Outcome<Integer> busy() {
            return Outcome.of(50);
        }

        @Override
        public Outcome<Integer> temperature() {
            return Outcome.of(60);
        }

        @Override
        public Outcome<Double> power() {
            return Outcome.of(200.0);
        }

        @Override
        public Outcome<Double> powerLimit() {
            return Outcome.of(450.0);
        }

        @Override
        public Outcome<Integer> clock() {
            return Outcome.of(2_500);
        }

        @Override
        public Outcome<Set<SlowReason>> slowedBy() {
            return Outcome.of(Set.of());
        }

        @Override
        public Outcome<Integer> fan() {
            return new Outcome.NotSupported<>("This GPU does not tell it.");
        }

        @Override
        public Outcome<List<Hold>> holds() {
            askedForHolds++;
            return hidden == null ? Outcome.of(holds) : new Outcome.Partial<>(holds, hidden);
        }
    }
}

package dev.gravitas.gpu;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.gravitas.gpu.nvml.NvmlLocations;
import dev.gravitas.gpu.nvml.NvmlSession;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.testing.FakeNvml;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/// A library with GPUs, and a poller on it with all that listens in a console; events go nowhere.
///
/// @param fake null for a real library
record GpuBench(String library, int gpus, @Nullable FakeNvml fake) {
    private static final int PROCESSES = 6;
    private static final int TIMES_LOST = 100;

    static GpuBench fake(Path folder, int gpus) throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play(scenario(gpus));
        return new GpuBench(fake.library().toString(), gpus, fake);
    }

    static GpuBench real(String library) throws GpuException {
        try (var session = session(library, Clock.systemUTC())) {
            return new GpuBench(library, session.devices().size(), null);
        }
    }

    private static NvmlSession session(String library, Clock clock) {
        return new NvmlSession(new NvmlLocations(List.of(library), true), clock);
    }

    /// @param more listens last
    VramPoller poller(Clock clock, LongSupplier nanos, ScheduledExecutorService timer, GpuListener more) {
        var events = new VramEvents((_, _, _, _, _) -> {}, new LockoutThreshold(null), new NoMemory(), nanos);
        return new VramPoller(session(library, clock), SleepCheck.NEVER, ProcessNames.here(), clock, nanos, timer,
                List.of(new VramHistory(), events, more));
    }

    private record NoMemory() implements EpisodeMemory {
        @Override
        public void keep(List<LockoutEpisode> running) {
        }

        @Override
        public List<LockoutEpisode> left() {
            return List.of();
        }
    }

    /// Where the library is one of the tests, a GPU is lost a hundred times in this many rounds.
    void loseGpus(int rounds) throws Exception {
        if (fake == null) {
            return;
        }
        var scenario = new StringBuilder(scenario(gpus));
        for (int time = 1; time <= TIMES_LOST; time++) {
            scenario.append("answer nvmlDeviceGetMemoryInfo_v2 code=15 gpu=0 times=1 after=")
                    .append((long) time * rounds / (TIMES_LOST + 1))
                    .append('\n');
        }
        fake.play(scenario.toString());
    }

    // The processes are real ones, so that their names are looked up as ever.
    private static String scenario(int gpus) {
        var pids = ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).limit(PROCESSES).toArray();
        var scenario = new StringBuilder();
        for (int gpu = 0; gpu < gpus; gpu++) {
            scenario.append("gpu ")
                    .append(gpu)
                    .append(" name=NVIDIA_GeForce_RTX_4090 total=24564Mi reserved=400Mi used=9000Mi busy=83 membusy=40")
                    .append(" temp=61 power=214000 powerlimit=450000 gfxclock=2520 memclock=10501 reasons=0x4 fan=45\n");
            for (long pid : pids) {
                scenario.append("process ")
                        .append(gpu)
                        .append(" pid=")
                        .append(pid)
                        .append(" used=1400Mi kind=compute\n");
            }
        }
        return scenario.toString();
    }

    /// Sessions that were opened and closed so far; null for a real library, which does not count them.
    @Nullable
    Sessions sessions() {
        if (fake == null) {
            return null;
        }
        var told = (Pointer) NativeLibrary.getInstance(library)
                .getFunction("fakeCounters")
                .invoke(Pointer.class,
                        new Object[0]);
        var words = told.getString(0).split("\\s+");
        return new Sessions(Long.parseLong(words[1]), Long.parseLong(words[3]));
    }

    record Sessions(long opened, long closed) {}
}

package dev.gravitas.testing;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.gpu.LockoutThreshold;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import dev.gravitas.model.VramRecord;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// GPUs for tests, in place of a driver: every figure is made up. Thread-safe.
public final class SampleGpus implements GpuBoard {
    /// The moment at which they were read.
    public static final Instant NOW = SampleQueries.NOW;
    public static final DriverVersions SOFTWARE = new DriverVersions("580.65.06", "13.580.65.06", "13.0");
    private static final long MIB = VramReading.MIB;
    private static final long TOTAL = 24_576;

    private volatile GpuStatus status = new GpuStatus(SOFTWARE, null, null, null, List.of(), 1.2);
    private volatile List<LockoutEpisode> lockouts = List.of();
    private final Map<String, List<VramPoint>> history = new ConcurrentHashMap<>();
    private volatile int released;
    private volatile int resumed;

    /// Two GPUs at work: one well filled, one that leaks.
    public static SampleGpus two() {
        var gpus = new SampleGpus().show(gpu(0, 6_860, List.of(holder(39_877, "ollama", "gemma3:12b", 9_318),
                holder(40_102, "ollama", "llama3.1:8b", 6_349), holder(1_822, "Xorg", null, 512),
                new GpuHolder(5_120, null, null, 120 * MIB, true))),
                gpu(1, 2_460, List.of(holder(40_211, "llama-server", "qwen3:32b", 20_582),
                        new GpuHolder(38_110, null, null, 420 * MIB, false))));
        gpus.hour("GPU-0", 6_860, 0);
        gpus.hour("GPU-1", 2_460, 41);
        return gpus;
    }

    /// A GPU that is split into two parts of one profile, one of which is used.
    public static SampleGpus split() {
        var whole = gpu(0, 18_000, List.of());
        return new SampleGpus().show(whole, part(whole, 0, 2, List.of(holder(39_877, "ollama", "gemma3:12b", 5_376))),
                part(whole, 1, 1, List.of()));
    }

    private static GpuReading part(GpuReading whole, int slot, int instance, List<GpuHolder> holders) {
        var gpu = whole.gpu();
        long used = holders.isEmpty() ? 0 : 5_500 * MIB;
        return new GpuReading(new GpuIdentity("MIG-" + slot, gpu.pciBusId(), gpu.name() + " MIG 3g.12gb", gpu.index(),
                new GpuIdentity.Part(gpu.id(), slot, instance, 0)), NOW,
                Outcome.of(new VramReading(TOTAL / 2 * MIB, 0L, used, TOTAL / 2 * MIB - used, Source.MIG)),
                whole.activity(), Outcome.of(holders));
    }

    /// So many GPUs that leak, the first of them locked out.
    public static SampleGpus busy(int count) {
        var gpus = new SampleGpus();
        var readings = new ArrayList<GpuReading>();
        for (int i = 0; i < count; i++) {
            long free = i == 0 ? 640 : 2_460;
            readings.add(gpu(i, free, List.of(holder(70_000 + i, "ollama", "codellama:13b", 13_318),
                    holder(80_000 + i, "llama-server", "qwen2.5:7b", 4_900))));
            gpus.hour("GPU-" + i, free, 41);
        }
        return gpus.show(readings.toArray(GpuReading[]::new))
                .locked(new LockoutEpisode("busy", "GPU-0", NOW.minusSeconds(90), NOW, 1_229 * MIB, 620 * MIB));
    }

    /// So many GPUs, each with holders of long names.
    public static SampleGpus many(int count) {
        var gpus = new SampleGpus();
        var readings = new ArrayList<GpuReading>();
        for (int i = 0; i < count; i++) {
            var model = "organisation/a-model-with-a-very-long-name-" + i + "-instruct-fp16-quantised-q8";
            readings.add(named(gpu(i, 3_000 + i * 1_500L, List.of(holder(70_000 + i, "python3.12", model, 12_000),
                    holder(80_000 + i, "a-program-with-a-long-name-that-gives-way-" + i, null, 900))),
                    "NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition"));
            gpus.hour("GPU-" + i, 3_000 + i * 1_500L, 0);
        }
        return gpus.show(readings.toArray(GpuReading[]::new));
    }

    private static Set<SlowReason> slowedBy(int index) {
        return switch (index) {
            case 1 -> Set.of(SlowReason.POWER_CAP);
            case 3 -> Set.of(SlowReason.values());
            default -> Set.of();
        };
    }

    /// As they are there.
    public static SampleGpus of(GpuStatus status) {
        var gpus = new SampleGpus();
        gpus.status = status;
        return gpus;
    }

    public SampleGpus show(GpuReading... readings) {
        status = new GpuStatus(SOFTWARE, null, null, null, List.of(readings), 1.2);
        return this;
    }

    /// The same readings, and why there are no newer ones.
    public SampleGpus fail(GpuFault fault, @Nullable String detail) {
        var before = NOW.minusSeconds(41);
        var last = status.gpus().stream().map(reading -> at(reading, before)).toList();
        status = new GpuStatus(status.versions(), fault, detail, NOW.minusSeconds(40), last, 0);
        return this;
    }

    public SampleGpus locked(LockoutEpisode... running) {
        lockouts = List.of(running);
        return this;
    }

    /// An hour up to now in which free memory came down to `freeMib`, with a model loaded in its middle and two minutes
    /// without readings.
    ///
    /// @param leakMib lost each minute in the last half
    public SampleGpus hour(String gpu, long freeMib, double leakMib) {
        var points = new ArrayList<VramPoint>();
        for (int second = 3_600; second >= 0; second--) {
            if (second > 2_700 && second < 2_820) {
                continue;
            }
            double free = second > 1_800 ? freeMib + 9_000 : freeMib + leakMib * second / 60.0;
            points.add(new VramPoint(NOW.minusSeconds(second), Math.round(free * MIB), TOTAL * MIB));
        }
        history.put(gpu, points);
        return this;
    }

    public static GpuHolder holder(long pid, String name, @Nullable String model, long mib) {
        return new GpuHolder(pid, name, model, mib * MIB, true);
    }

    /// A GPU of 24 GiB, 600 MiB of them reserved.
    public static GpuReading gpu(int index, long freeMib, List<GpuHolder> holders) {
        return gpu(index, Outcome.of(new VramReading(TOTAL * MIB, 600 * MIB, (TOTAL - 600 - freeMib) * MIB,
                freeMib * MIB, Source.V2)), Outcome.of(holders));
    }

    public static GpuReading gpu(int index, Outcome<VramReading> vram, Outcome<List<GpuHolder>> holders) {
        return new GpuReading(new GpuIdentity("GPU-" + index, "00000000:0" + index + ":00.0",
                "NVIDIA GeForce RTX 4090", index), NOW, vram,
                new GpuActivity(Outcome.of(83), Outcome.of(61 + index),
                        Outcome.of(214.4), Outcome.of(450.0), Outcome.of(2_520),
                        Outcome.of(slowedBy(index)),
                        new Outcome.NotSupported<>("This GPU does not tell it.")),
                holders);
    }

    /// The same, read at another time.
    public static GpuReading at(GpuReading reading, Instant at) {
        return new GpuReading(reading.gpu(), at, reading.vram(), reading.activity(), reading.holders());
    }

    private static GpuReading named(GpuReading reading, String name) {
        var gpu = reading.gpu();
        return new GpuReading(new GpuIdentity(gpu.id(), gpu.pciBusId(), name, gpu.index()), reading.at(),
                reading.vram(), reading.activity(), reading.holders());
    }

    /// What a store could have of two GPUs and one of another workstation.
    public static VramRecord stored(TimeWindow window) {
        var length = Duration.between(window.from(), window.to());
        var loads = new ArrayList<VramRecord.Load>();
        for (int i = 1; i < 8; i++) {
            loads.add(new VramRecord.Load("here", i % 2 == 0 ? "qwen3:32b" : "gemma3:12b",
                    window.from().plus(length.multipliedBy(i).dividedBy(8)), 4.2 + i));
        }
        return new VramRecord(window, List.of(line(window, "here", 0, 9_000), line(window, "here", 1, 3_500),
                line(window, "other-box", 7, 14_000)),
                List.of(lockout("a", "GPU-1", 7_200, 130L, 614, LockoutEnd.RECOVERED),
                        lockout("b", "GPU-0", 90_000, 14L, 1_126, LockoutEnd.RECOVERED),
                        lockout("c", "GPU-1", 190_000, 3_900L, 120, LockoutEnd.CONSOLE_STOPPED),
                        lockout("d", "GPU-7", 400_000, null, 800, null)),
                loads);
    }

    private static VramRecord.Lockout lockout(String episode, String gpu, long secondsAgo, @Nullable Long lasted,
            double lowest, @Nullable LockoutEnd endedBy) {
        var began = NOW.minusSeconds(secondsAgo);
        return new VramRecord.Lockout("here", gpu, episode, began, lasted == null ? null : began.plusSeconds(lasted),
                lowest, 1_228.8, endedBy, List.of(new VramRecord.TopHolder(40_211, "llama-server", "qwen3:32b",
                        20_582.0)));
    }

    private static VramRecord.Line line(TimeWindow window, String host, int index, double free) {
        var slices = new ArrayList<VramRecord.Slice>();
        var step = Duration.between(window.from(), window.to()).dividedBy(96);
        for (int i = 0; i < 96; i++) {
            if (i > 30 && i < 36) {
                continue;
            }
            var from = window.from().plus(step.multipliedBy(i));
            var to = from.plus(step).minusSeconds(60);
            double least = Math.max(300, free + 2_000 * Math.sin(i * 0.4 + index));
            slices.add(new VramRecord.Slice(from, to, least, null, TOTAL - least - 100, 3));
        }
        return new VramRecord.Line(host, "GPU-" + index, "NVIDIA GeForce RTX 4090", index, null, (double) TOTAL,
                slices);
    }

    /// How often it was told to let go.
    public int released() {
        return released;
    }

    /// How often it was told to go on.
    public int resumed() {
        return resumed;
    }

    @Override
    public GpuStatus status() {
        return status;
    }

    @Override
    public List<VramPoint> history(String gpu) {
        return history.getOrDefault(gpu, List.of());
    }

    @Override
    public long thresholdBytes(long totalBytes) {
        return new LockoutThreshold(null).bytes(totalBytes);
    }

    @Override
    public List<LockoutEpisode> lockouts() {
        return lockouts;
    }

    @Override
    public synchronized void release() {
        released++;
        fail(GpuFault.RELEASED, null);
    }

    @Override
    public synchronized void resume() {
        resumed++;
        status = new GpuStatus(SOFTWARE, null, null, null, status.gpus(), 1.2);
    }
}

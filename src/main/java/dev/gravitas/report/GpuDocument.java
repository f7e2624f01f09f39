package dev.gravitas.report;

import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutState;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// `gravitas gpu --json`. VRAM is in MiB (2^20 bytes). What is missing is null, and `missing` says why. A list of
/// processes that is not null and has a reason there lacks some. Figures are rounded to three digits after the point.
///
/// @param state `ok`, or why no GPU is read
/// @param detail null for `ok`
/// @param advice what to do about it, null for `ok`
public record GpuDocument(Instant generatedAt, String state, @Nullable String detail, @Nullable String advice,
        @Nullable String driver, @Nullable String nvml, @Nullable String cuda, List<Gpu> gpus) implements Document {

    /// @param lockout of a reading, null where it does not tell
    public static GpuDocument of(GpuStatus status, Function<GpuReading, @Nullable LockoutState> lockout, Instant now) {
        var fault = status.fault();
        var versions = status.versions();
        return new GpuDocument(now, fault == null ? "ok" : fault.name().toLowerCase(Locale.ROOT),
                fault == null ? null : status.detail() == null ? fault.what() : status.detail(),
                fault == null ? null : fault.advice(), versions == null ? null : versions.driver(),
                versions == null ? null : versions.nvml(), versions == null ? null : versions.cuda(),
                status.gpus().stream().map(reading -> Gpu.of(reading, lockout.apply(reading))).toList());
    }

    /// One GPU, or a part of one (MIG). A process of a part is listed there alone.
    ///
    /// @param partOf id of the GPU that this is a part of, null for a whole one
    /// @param gpuInstance number of the part's, null for a whole one or where the driver does not tell; so computeInstance
    /// @param memoryApi v2, v1, mig or uma: which answer the memory comes from; with v1 used includes reserved
    /// @param state `ok`, `lost` where the GPU does not answer, `not_listed` where the driver does not list it any more
    /// @param advice what to do about it, null for `ok`
    /// @param lockedOut whether it is now, null where its memory is not told; so lockoutThresholdMib
    /// @param lockedOutSince null for not locked out, or where no console on this data folder has recorded when it began
    /// @param missing reasons by the name of the figure
    public record Gpu(String id, int index, String name, String pciBusId, String state, @Nullable String advice,
            @Nullable String partOf,
            @Nullable Integer gpuInstance, @Nullable Integer computeInstance, @Nullable String memoryApi,
            @Nullable Double totalMib, @Nullable Double reservedMib, @Nullable Double usedMib, @Nullable Double freeMib,
            @Nullable Double lockoutThresholdMib, @Nullable Boolean lockedOut, @Nullable Instant lockedOutSince,
            @Nullable Integer busyPercent, @Nullable Integer temperatureC, @Nullable Double powerW,
            @Nullable Double powerLimitW, @Nullable Integer clockMhz, @Nullable List<String> slowedBy,
            @Nullable Integer fanPercent, @Nullable List<Holder> processes, Map<String, String> missing) {

        static Gpu of(GpuReading reading, @Nullable LockoutState lockout) {
            var vram = reading.vram().orNull();
            var doing = reading.activity();
            var gpu = reading.gpu();
            var part = gpu.part();
            return new Gpu(gpu.id(), gpu.index(), gpu.name(), gpu.pciBusId(), state(reading.lost()),
                    reading.lost() == null ? null : reading.lost().kind().advice(), part == null ? null : part.whole(),
                    part == null ? null : part.gpuInstance(), part == null ? null : part.computeInstance(),
                    vram == null ? null : vram.source().word(),
                    vram == null ? null : mib(vram.totalBytes()), vram == null ? null : mib(vram.reservedBytes()),
                    vram == null ? null : mib(vram.usedBytes()), vram == null ? null : mib(vram.freeBytes()),
                    lockout == null ? null : mib(lockout.thresholdBytes()), lockout == null ? null : lockout.locked(),
                    lockout == null ? null : lockout.since(),
                    doing.busyPercent().orNull(), doing.temperatureCelsius().orNull(),
                    rounded(doing.powerWatts().orNull()),
                    rounded(doing.powerLimitWatts().orNull()), doing.clockMhz().orNull(),
                    doing.slowedBy()
                            .map(reasons -> reasons.stream().map(one -> one.words()).sorted().toList())
                            .orNull(),
                    doing.fanPercent().orNull(),
                    reading.holders().map(holders -> holders.stream().map(Holder::of).toList()).orNull(),
                    missing(reading, doing));
        }

        private static String state(@Nullable GpuLoss loss) {
            return loss == null ? "ok" : switch (loss.kind()) {
                case SILENT -> "lost";
                case UNLISTED -> "not_listed";
            };
        }

        private static Map<String, String> missing(GpuReading reading, GpuActivity doing) {
            var reasons = new LinkedHashMap<String, String>();
            note(reasons, "vram", reading.vram());
            note(reasons, "busy_percent", doing.busyPercent());
            note(reasons, "temperature_c", doing.temperatureCelsius());
            note(reasons, "power_w", doing.powerWatts());
            note(reasons, "power_limit_w", doing.powerLimitWatts());
            note(reasons, "clock_mhz", doing.clockMhz());
            note(reasons, "slowed_by", doing.slowedBy());
            note(reasons, "fan_percent", doing.fanPercent());
            note(reasons, "processes", reading.holders());
            return reasons;
        }

        private static void note(Map<String, String> reasons, String figure, Outcome<?> outcome) {
            var why = outcome.why();
            if (why != null) {
                reasons.put(figure, why);
            }
        }
    }

    /// A process that holds memory.
    ///
    /// @param usedMib null where the driver does not tell
    /// @param alive whether a process of that number runs here; false for dead ones and for those of other containers
    public record Holder(long pid, @Nullable String program, @Nullable String model, @Nullable Double usedMib,
            boolean alive) {
        static Holder of(GpuHolder holder) {
            return new Holder(holder.pid(), holder.name(), holder.model(), mib(holder.vramBytes()), holder.alive());
        }
    }

    private static @Nullable Double mib(@Nullable Long bytes) {
        return bytes == null ? null : rounded(bytes / (double) VramReading.MIB);
    }

    /// To a thousandth: finer than memory is given out, and than power is told.
    private static @Nullable Double rounded(@Nullable Double figure) {
        return figure == null ? null : Math.round(figure * 1000) / 1000.0;
    }
}

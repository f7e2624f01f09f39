package dev.gravitas.cli;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutState;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What `gravitas gpu` says to a person: why nothing is read, the GPUs, who holds their memory, and what is amiss.
record GpuText(GpuBoard board, PrintWriter out) {
    void print() {
        var status = board.status();
        if (status.fault() != null) {
            out.println(said(status, status.fault()));
            out.println(status.fault().advice());
        }
        if (status.gpus().isEmpty()) {
            return;
        }
        gpus();
        holders();
        reasons();
        if (status.versions() != null) {
            out.println("Driver " + status.versions().driver() + ", NVML " + status.versions().nvml() + ", CUDA "
                    + status.versions().cuda() + ".");
        }
    }

    /// What is the matter, as the driver has it where it said something.
    static String said(GpuStatus status, GpuFault fault) {
        return status.detail() == null ? fault.what() : status.detail();
    }

    private void gpus() {
        var table = new TextTable(2, "GPU", "Name", "free MiB", "used MiB", "reserved", "total MiB", "used %", "busy %",
                "°C", "W", "by", "lockout below", "locked out");
        for (var reading : board.status().gpus()) {
            var vram = reading.vram().orNull();
            var doing = reading.activity();
            var lockout = board.lockout(reading);
            table.row(reading.gpu().number(), reading.gpu().name(),
                    mib(vram == null ? null : vram.freeBytes()), mib(vram == null ? null : vram.usedBytes()),
                    mib(vram == null ? null : vram.reservedBytes()), mib(vram == null ? null : vram.totalBytes()),
                    Figures.decimal(vram == null ? null : vram.usedPercent(), 1),
                    Figures.count(doing.busyPercent().orNull()), Figures.count(doing.temperatureCelsius().orNull()),
                    Figures.decimal(doing.powerWatts().orNull(), 0),
                    vram == null ? "–" : vram.source().word(), mib(lockout == null ? null : lockout.thresholdBytes()),
                    locked(lockout));
        }
        table.print(out);
        out.println();
    }

    private static String locked(@Nullable LockoutState lockout) {
        if (lockout == null) {
            return "–";
        }
        return lockout.since() != null ? "since " + Figures.time(lockout.since()) : lockout.locked() ? "yes" : "no";
    }

    private void holders() {
        var table = new TextTable(3, "GPU", "Program", "Model", "pid", "MiB");
        int rows = 0;
        for (var reading : board.status().gpus()) {
            var holders = reading.holders().orNull();
            for (var holder : holders == null ? List.<GpuHolder>of() : sorted(holders)) {
                table.row(reading.gpu().number(), program(holder),
                        holder.model() == null ? "–" : holder.model(), String.valueOf(holder.pid()),
                        mib(holder.vramBytes()));
                rows++;
            }
            var rest = rest(reading);
            if (rest != null && rest > 0) {
                table.row(reading.gpu().number(), "(no process)", "–", "–", mib(rest));
                rows++;
            }
        }
        if (rows > 0) {
            table.print(out);
            out.println();
        }
    }

    /// What no process explains, of a GPU that is split without what its parts have of it.
    private @Nullable Long rest(GpuReading reading) {
        var status = board.status();
        var rest = status.unexplainedBytes(reading);
        return rest == null
                ? null
                : Long.valueOf(Math.max(0, rest - status.parts(reading)
                        .stream()
                        .map(status::unexplainedBytes)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum()));
    }

    private static List<GpuHolder> sorted(List<GpuHolder> holders) {
        return holders.stream().sorted(GpuHolder.LARGEST_FIRST).toList();
    }

    private static String program(GpuHolder holder) {
        if (holder.name() != null) {
            return holder.name();
        }
        return holder.alive() ? "(name hidden)" : "(not running here)";
    }

    private void reasons() {
        board.status().gpus().forEach(reading -> {
            var lockout = board.lockout(reading);
            if (lockout != null && lockout.locked() && lockout.since() == null) {
                out.println("GPU " + reading.gpu().number() + " is locked out; since when is not known here.");
            }
            if (reading.lost() == null) {
                tell(reading, "memory", reading.vram());
                tell(reading, "processes", reading.holders());
                tell(reading, "busy", reading.activity().busyPercent());
                tell(reading, "temperature", reading.activity().temperatureCelsius());
                tell(reading, "power", reading.activity().powerWatts());
                slowed(reading);
            } else {
                // Where all are lost, that was said of them together.
                boolean said = board.status().fault() == GpuFault.LOST && !reading.unlisted();
                out.println(lost(reading.gpu()) + (said ? "." : ": " + advised(reading.lost().kind())));
            }
        });
    }

    private void slowed(GpuReading reading) {
        var slowed = reading.activity().slowedBy().orNull();
        if (slowed != null && !slowed.isEmpty()) {
            out.println("GPU " + reading.gpu().number() + " is slowed by "
                    + slowed.stream().map(reason -> reason.words()).sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String lost(GpuIdentity gpu) {
        return "GPU " + gpu.number() + (gpu.pciBusId().isEmpty() ? "" : " (" + gpu.pciBusId() + ")") + " is lost";
    }

    private static String advised(GpuLoss.Kind kind) {
        return kind.what() + " " + kind.advice();
    }

    private void tell(GpuReading reading, String what, Outcome<?> outcome) {
        if (outcome.why() != null) {
            out.println("GPU " + reading.gpu().number() + ", " + what + ": " + outcome.why());
        }
    }

    private static String mib(@Nullable Long bytes) {
        return Figures.decimal(bytes == null ? null : bytes / (double) VramReading.MIB, 0);
    }
}

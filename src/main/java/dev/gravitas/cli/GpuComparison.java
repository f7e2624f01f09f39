package dev.gravitas.cli;

import dev.gravitas.cli.Backstage.SmiMemory;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Our readings beside those of nvidia-smi. Memory moves while both are asked, so ours are taken before and after, and
/// nvidia-smi's may lie anywhere between them, give or take 1 MiB.
record GpuComparison(List<Line> lines) {
    private static final double TOLERANCE_MIB = 1;

    /// @param before, after ours, MiB; null for none
    record Line(String gpu, String figure, @Nullable Double before, @Nullable Double after, @Nullable Long smi) {
        boolean same() {
            return before != null && after != null && smi != null
                    && smi >= Math.min(before, after) - TOLERANCE_MIB && smi <= Math.max(before, after) + TOLERANCE_MIB;
        }
    }

    static GpuComparison of(GpuStatus before, List<SmiMemory> smi, GpuStatus after) {
        var lines = new ArrayList<Line>();
        for (var reading : before.gpus()) {
            if (!comparable(reading)) {
                continue;
            }
            var theirs = smi.stream().filter(one -> one.gpu().equals(reading.gpu().id())).findFirst().orElse(null);
            var again = after.gpus().stream().filter(one -> one.gpu().equals(reading.gpu())).findFirst().orElse(null);
            lines.add(line(reading, again, "total", VramReading::totalBytes, theirs == null ? null : theirs.total()));
            lines.add(line(reading, again, "used", VramReading::usedBytes, theirs == null ? null : theirs.used()));
            lines.add(line(reading, again, "free", VramReading::freeBytes, theirs == null ? null : theirs.free()));
        }
        return new GpuComparison(lines);
    }

    /// nvidia-smi lists no parts of GPUs (MIG), and tells nothing of memory that the system shares.
    private static boolean comparable(GpuReading reading) {
        var vram = reading.vram().orNull();
        return vram == null || vram.source() == Source.V2 || vram.source() == Source.V1;
    }

    private static Line line(GpuReading before, @Nullable GpuReading after, String figure,
            ToLongFunction<VramReading> bytes, @Nullable Long smi) {
        return new Line(String.valueOf(before.gpu().index()), figure, mib(before, bytes), mib(after, bytes), smi);
    }

    private static @Nullable Double mib(@Nullable GpuReading reading, ToLongFunction<VramReading> bytes) {
        var vram = reading == null ? null : reading.vram().orNull();
        return vram == null ? null : bytes.applyAsLong(vram) / (double) VramReading.MIB;
    }

    boolean same() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::same);
    }

    void print(PrintWriter out) {
        var table = new TextTable(2, "GPU", "MiB", "before", "nvidia-smi", "after", "");
        lines.forEach(line -> table.row(line.gpu(), line.figure(), Figures.decimal(line.before(), 1),
                Figures.count(line.smi()), Figures.decimal(line.after(), 1), line.same() ? "same" : "DIFFERENT"));
        table.print(out);
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.Legible;
import dev.gravitas.model.VramReading;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Divides a GPU's memory: who holds it, what no process explains, what is reserved, what is free. The parts add up to the whole,
/// so what the driver's figures leave open shows as unexplained. Thread-safe.
record MemoryParts(ModelColours colours, Holders holders, Strings strings) {
    private static final int NAMED = 4;
    private static final long WORTH_A_WORD = 256 * VramReading.MIB;

    private record Held(Swatch swatch, String name, long bytes) {}

    /// Left to right, empty ones left out.
    List<BarPart> of(GpuReading reading, VramReading vram) {
        long reserved = vram.reservedBytes() == null ? 0 : vram.reservedBytes();
        long free = Math.clamp(vram.freeBytes(), 0, vram.totalBytes());
        reserved = Math.clamp(reserved, 0, vram.totalBytes() - free);
        long inUse = vram.totalBytes() - free - reserved;
        var parts = held(reading, inUse);
        long explained = parts.stream().mapToLong(BarPart::bytes).sum();
        add(parts, Swatch.UNEXPLAINED, strings.text(unexplained(reading, vram)), inUse - explained);
        add(parts, Swatch.RESERVED, strings.text("vram.part.reserved"), reserved);
        add(parts, Swatch.FREE, strings.text("vram.part.free"), free);
        return parts;
    }

    private static String unexplained(GpuReading reading, VramReading vram) {
        if (vram.source() == VramReading.Source.UNIFIED) {
            return "vram.part.system";
        }
        return knowsAll(reading) ? "vram.part.unexplained" : "vram.part.untold";
    }

    private static boolean knowsAll(GpuReading reading) {
        var all = reading.holders().orNull();
        return all != null && reading.holders().why() == null
                && all.stream().noneMatch(holder -> holder.vramBytes() == null);
    }

    private static void add(List<BarPart> parts, Swatch swatch, String name, long bytes) {
        if (bytes > 0) {
            parts.add(new BarPart(swatch, name, bytes, bytes));
        }
    }

    private List<BarPart> held(GpuReading reading, long inUse) {
        var all = byName(reading);
        long told = all.stream().mapToLong(Held::bytes).sum();
        double scale = told > inUse ? (double) inUse / told : 1;
        var parts = new ArrayList<BarPart>();
        all.stream().limit(NAMED).forEach(held -> parts.add(part(held, scale)));
        long rest = all.stream().skip(NAMED).mapToLong(Held::bytes).sum();
        if (rest > 0) {
            parts.add(part(new Held(Swatch.OTHERS, strings.text("vram.part.others", all.size() - NAMED), rest),
                    scale));
        }
        if (told > inUse) {
            // What rounding leaves is nobody else's.
            var first = parts.getFirst();
            long left = inUse - parts.stream().mapToLong(BarPart::bytes).sum();
            parts.set(0, new BarPart(first.swatch(), first.name(), first.bytes() + left, first.told()));
        }
        return parts;
    }

    private static BarPart part(Held held, double scale) {
        return new BarPart(held.swatch(), held.name(), (long) (held.bytes() * scale), held.bytes());
    }

    private List<Held> byName(GpuReading reading) {
        Map<String, Held> held = new LinkedHashMap<>();
        var all = reading.holders().orNull();
        for (var holder : all == null ? List.<GpuHolder>of() : all) {
            var bytes = holder.vramBytes();
            if (bytes != null && bytes > 0) {
                var one = held(holder, bytes);
                held.merge(one.name(), one, (a, b) -> new Held(a.swatch(), a.name(), a.bytes() + b.bytes()));
            }
        }
        return held.values().stream().sorted(Comparator.comparingLong(Held::bytes).reversed()).toList();
    }

    private Held held(GpuHolder holder, long bytes) {
        var model = holder.model();
        return model == null
                ? new Held(Swatch.PROGRAM, holders.program(holder).name(), bytes)
                : new Held(Swatch.of(colours.ofProcess(model)), Legible.name(model), bytes);
    }

    /// What processes say they hold beyond what is in use, bytes; null where it is not worth a word.
    static @Nullable Long excess(List<BarPart> parts) {
        long excess = parts.stream().mapToLong(part -> part.told() - part.bytes()).sum();
        return excess > WORTH_A_WORD ? Long.valueOf(excess) : null;
    }
}

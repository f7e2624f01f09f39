package dev.gravitas.ui.vram;

import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Legible;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each GPU is called in short: by its index, a part by its instances too; one of another workstation with that as well.
final class GpuNames {
    private static final int ID_SHOWN = 12;

    private final Strings strings;
    private final Map<String, String> names = new HashMap<>();

    GpuNames(GpuStatus status, List<VramRecord.Line> stored, Strings strings) {
        this.strings = strings;
        stored.forEach(line -> names.put(line.gpu(), elsewhere(line, stored)));
        status.gpus()
                .forEach(reading -> names.put(reading.gpu().id(), strings.text("vram.gpu", reading.gpu().number())));
    }

    private String elsewhere(VramRecord.Line line, List<VramRecord.Line> stored) {
        // Parts of a GPU have its index, and a GPU that was put in for another has that one's.
        boolean alone = stored.stream().filter(other -> sameIndex(line, other)).count() == 1;
        var name = name(alone ? line.index() : null, line.gpu());
        return line.host().isEmpty() ? name : strings.text("vram.gpu.host", name, Legible.name(line.host()));
    }

    private static boolean sameIndex(VramRecord.Line one, VramRecord.Line other) {
        return one.host().equals(other.host()) && Objects.equals(one.index(), other.index());
    }

    private String name(@Nullable Integer index, String id) {
        return index == null ? cut(Legible.name(id)) : strings.text("vram.gpu", index);
    }

    /// Whether there are several, so that it must be said of which one something is told.
    boolean several() {
        return names.size() > 1;
    }

    String of(String gpu) {
        return names.getOrDefault(gpu, cut(Legible.name(gpu)));
    }

    private static String cut(String id) {
        return id.length() <= ID_SHOWN ? id : id.substring(0, ID_SHOWN) + "…";
    }
}

package dev.gravitas.ui.vram;

import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Legible;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each GPU is called in short: by its index, a part by its instances too; one of another workstation with that as well. Those
/// of this machine are called the same, whether they are read now or known from the store alone.
final class GpuNames {
    private static final int ID_SHOWN = 12;

    private final GpuStatus status;
    private final List<VramRecord.Line> stored;
    private final String host;
    private final Strings strings;
    private final Map<String, String> names = new LinkedHashMap<>();

    /// @param stored each host and GPU once
    /// @param host under which this machine's rows are stored, empty where that is not known
    GpuNames(GpuStatus status, List<VramRecord.Line> stored, String host, Strings strings) {
        this.status = status;
        this.stored = stored;
        this.host = host;
        this.strings = strings;
        status.gpus().forEach(reading -> names.put(reading.gpu().id(), number(reading.gpu())));
        stored.stream().filter(this::isOwn).sorted(numberedFirst()).forEach(this::add);
        stored.stream().filter(line -> !isOwn(line)).forEach(this::add);
    }

    private void add(VramRecord.Line line) {
        names.computeIfAbsent(line.gpu(), _ -> {
            var identity = identity(line);
            var name = identity == null ? cut(Legible.name(line.gpu())) : number(identity);
            return isOwn(line) || line.host().isEmpty()
                    ? name
                    : strings.text("vram.gpu.host", name, Legible.name(line.host()));
        });
    }

    private boolean isOwn(VramRecord.Line line) {
        return !host.isEmpty() && line.host().equals(host);
    }

    private Comparator<VramRecord.Line> numberedFirst() {
        return Comparator.comparing((VramRecord.Line line) -> identity(line) == null)
                .thenComparing(VramRecord.Line::index, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(line -> line.part() != null)
                .thenComparing(VramRecord.Line::gpu);
    }

    private String number(GpuIdentity gpu) {
        return strings.text("vram.gpu", gpu.number());
    }

    /// Null where its index may be that of another: a part has the index of its GPU, and a GPU that was put in for another has that
    /// one's, which it takes over.
    private @Nullable GpuIdentity identity(VramRecord.Line line) {
        var index = line.index();
        if (index == null) {
            return null;
        }
        var identity = new GpuIdentity(line.gpu(), "", "", index, line.part());
        boolean taken = isOwn(line)
                && status.gpus().stream().map(GpuReading::gpu).anyMatch(read -> rivals(read, identity))
                || stored.stream().anyMatch(other -> takesOver(other, line));
        return taken ? null : identity;
    }

    private static boolean rivals(GpuIdentity one, GpuIdentity other) {
        return !one.id().equals(other.id()) && one.number().equals(other.number());
    }

    private static boolean takesOver(VramRecord.Line other, VramRecord.Line line) {
        return !other.gpu().equals(line.gpu()) && other.host().equals(line.host())
                && Objects.equals(other.index(), line.index()) && Objects.equals(other.part(), line.part())
                && !newest(other).isBefore(newest(line));
    }

    private static Instant newest(VramRecord.Line line) {
        return line.slices().isEmpty() ? Instant.MIN : line.slices().getLast().to();
    }

    /// The ids of all: those that are read, then others of this machine, then those of other workstations.
    List<String> ids() {
        return List.copyOf(names.keySet());
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

package dev.gravitas.gpu;

import dev.gravitas.gpu.GpuDevice.Hold;
import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Asks each GPU what is due, its memory and use always, and keeps of the rest what was told last: that costs more or
/// changes less. A GPU that is lost does not keep the others from being read. For the poller's thread.
final class GpuRound {
    private final HolderNames names;
    private final Clock clock;
    private final BiPredicate<String, VramReading> urgent;
    private Map<String, GpuReading> last = Map.of();
    private boolean complete = true;
    private @Nullable GpuException silence;

    /// @param urgent of the id of a GPU and its memory: whether who holds it cannot wait
    GpuRound(HolderNames names, Clock clock, BiPredicate<String, VramReading> urgent) {
        this.names = names;
        this.clock = clock;
        this.urgent = urgent;
    }

    /// @param everything whether what changes slowly or costs much is due too
    /// @throws GpuException never because GPUs are lost
    List<GpuReading> read(List<GpuDevice> devices, boolean everything) throws GpuException {
        Map<String, GpuReading> now = new LinkedHashMap<>();
        complete = true;
        silence = null;
        int answered = 0;
        for (var device : devices) {
            try {
                add(now, read(device, everything));
                answered++;
            } catch (GpuException e) {
                if (e.fault() != GpuFault.LOST) {
                    throw e;
                }
                complete = false;
                silence = e;
                add(now, lost(device));
            }
        }
        silence = answered == 0 ? silence : null;
        last = now;
        return now.values().stream().map(reading -> listedOnce(reading, now.values())).toList();
    }

    /// A GPU that is split lists what its parts list again.
    private static GpuReading listedOnce(GpuReading whole, Collection<GpuReading> all) {
        var inParts = all.stream()
                .filter(part -> part.gpu().isPartOf(whole.gpu()))
                .map(part -> part.holders().orNull())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(GpuHolder::pid)
                .collect(Collectors.toSet());
        return inParts.isEmpty()
                ? whole
                : whole.heldBy(whole.holders()
                        .map(holders -> holders.stream().filter(one -> !inParts.contains(one.pid())).toList()));
    }

    /// Whether all GPUs answered the last time; those that did not may come back with another session only.
    boolean complete() {
        return complete;
    }

    /// Why no GPU answered the last time, null where one did.
    @Nullable
    GpuException silence() {
        return silence;
    }

    private static void add(Map<String, GpuReading> now, GpuReading reading) {
        now.put(reading.gpu().id(), reading);
    }

    private GpuReading read(GpuDevice device, boolean everything) throws GpuException {
        var before = last.get(device.identity().id());
        return before == null || everything ? whole(device) : brief(device, before);
    }

    private GpuReading whole(GpuDevice device) throws GpuException {
        var activity = new GpuActivity(device.busy(), device.temperature(), device.power(), device.powerLimit(),
                device.clock(), device.slowedBy(), device.fan());
        var holders = device.holds();
        var vram = device.vram();
        return new GpuReading(device.identity(), clock.instant(), vram, activity, named(holders, vram.orNull()));
    }

    private Outcome<List<GpuHolder>> named(Outcome<List<Hold>> holds, @Nullable VramReading vram) {
        return holds.map(all -> all.stream().map(hold -> believed(hold, vram)).map(names::named).toList());
    }

    /// No process holds more than its GPU has: then the driver does not tell what it holds.
    private static Hold believed(Hold hold, @Nullable VramReading vram) {
        boolean tooLarge = hold.bytes() != null && vram != null && hold.bytes() > vram.totalBytes();
        return tooLarge ? new Hold(hold.pid(), null) : hold;
    }

    private GpuReading brief(GpuDevice device, GpuReading before) throws GpuException {
        var vram = device.vram();
        var told = vram.orNull();
        boolean asked = told != null && urgent.test(device.identity().id(), told);
        return new GpuReading(device.identity(), clock.instant(), vram, before.activity().withBusy(device.busy()),
                asked ? named(device.holds(), told) : before.holders());
    }

    private GpuReading lost(GpuDevice device) {
        var before = before(device);
        var known = before == null ? new GpuLoss(GpuLoss.Kind.SILENT, null) : before.lost();
        var loss = known == null ? new GpuLoss(GpuLoss.Kind.SILENT, clock.instant()) : known;
        return GpuReading.lost(before == null ? device.identity() : before.gpu(), loss, clock.instant());
    }

    // A lost GPU may not even tell who it is.
    private @Nullable GpuReading before(GpuDevice device) {
        var same = last.get(device.identity().id());
        return same != null
                ? same
                : last.values()
                        .stream()
                        .filter(reading -> reading.gpu().index() == device.identity().index())
                        .findFirst()
                        .orElse(null);
    }
}

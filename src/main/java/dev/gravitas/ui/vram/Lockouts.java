package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Legible;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts lockouts into rows: those that last now by this console's own rule, and those that are stored. Thread-safe.
record Lockouts(Formats formats, Strings strings) {
    private static final double CLEARLY_ABOVE = 1.25;
    private static final int MOST = 100;

    /// Lockouts by the store, and in front of them those that last, are not stored yet and began before the window's end.
    static VramRecord complete(VramRecord stored, GpuBoard board) {
        Set<String> known = new HashSet<>();
        for (var lockout : stored.lockouts()) {
            if (lockout.episode() != null) {
                known.add(lockout.episode());
            }
        }
        var all = new ArrayList<VramRecord.Lockout>();
        board.lockouts()
                .stream()
                .filter(episode -> !known.contains(episode.id()) && episode.began().isBefore(stored.window().to()))
                .map(Lockouts::unstored)
                .forEach(all::add);
        all.addAll(stored.lockouts());
        all.sort(Comparator.comparing(VramRecord.Lockout::began).reversed());
        return new VramRecord(stored.window(), stored.lines(), all, stored.loads());
    }

    private static VramRecord.Lockout unstored(LockoutEpisode episode) {
        return new VramRecord.Lockout("", episode.gpu(), episode.id(), episode.began(), null,
                mib(episode.lowestFreeBytes()), mib(episode.thresholdBytes()), null, List.of());
    }

    private static double mib(long bytes) {
        return bytes / (double) VramReading.MIB;
    }

    /// Newest first.
    List<LockoutRow> rows(VramRecord complete, GpuBoard board, GpuStatus status, GpuNames names, Instant now) {
        return complete.lockouts()
                .stream()
                .limit(MOST)
                .map(lockout -> row(lockout, lasting(lockout, complete, board, status), board, names, now))
                .toList();
    }

    /// Where nobody has recorded an end of a GPU's newest lockout, the memory itself tells whether it lasts: a console that does
    /// not record knows no episode.
    static boolean lasting(VramRecord.Lockout lockout, VramRecord all, GpuBoard board, GpuStatus status) {
        if (lockout.ended() != null || !status.well()) {
            return false;
        }
        return board.lockouts().stream().anyMatch(episode -> episode.id().equals(lockout.episode()))
                || isNewest(lockout, all)
                        && status.gpus().stream().anyMatch(reading -> isFull(reading, lockout.gpu(), board));
    }

    private static boolean isNewest(VramRecord.Lockout lockout, VramRecord all) {
        return all.lockouts()
                .stream()
                .noneMatch(other -> other.gpu().equals(lockout.gpu()) && other.began().isAfter(lockout.began()));
    }

    private static boolean isFull(GpuReading reading, String gpu, GpuBoard board) {
        var vram = reading.vram().orNull();
        return vram != null && reading.gpu().id().equals(gpu)
                && vram.freeBytes() < board.thresholdBytes(vram.totalBytes()) * CLEARLY_ABOVE;
    }

    private LockoutRow row(VramRecord.Lockout lockout, boolean lasting, GpuBoard board, GpuNames names, Instant now) {
        return new LockoutRow(formats.minute(lockout.began()), extent(lockout, lasting, board, now),
                detail(lockout, lasting, names), lasting);
    }

    private String extent(VramRecord.Lockout lockout, boolean lasting, GpuBoard board, Instant now) {
        var until = lockout.ended() != null ? lockout.ended() : lasting ? now : null;
        var extent = new ArrayList<String>();
        if (until != null) {
            extent.add(lasted(lockout, until));
        }
        var lowest = lowest(lockout, board);
        if (lowest != null) {
            extent.add(strings.text("vram.lockout.lowest", formats.memory(Math.round(lowest * VramReading.MIB))));
        }
        return extent.isEmpty() ? Formats.MISSING : String.join(strings.text("list.separator"), extent);
    }

    /// How long it lasted. Where its end was not seen, that is how long it was seen.
    String lasted(VramRecord.Lockout lockout, Instant until) {
        var span = formats.span(Duration.between(lockout.began(), until));
        return cutShort(lockout) ? strings.text("vram.lockout.least", span) : span;
    }

    private static boolean cutShort(VramRecord.Lockout lockout) {
        return lockout.endedBy() != null && lockout.endedBy() != LockoutEnd.RECOVERED;
    }

    private static @Nullable Double lowest(VramRecord.Lockout lockout, GpuBoard board) {
        for (var episode : board.lockouts()) {
            if (episode.id().equals(lockout.episode())) {
                return mib(episode.lowestFreeBytes());
            }
        }
        return lockout.lowestFreeMib();
    }

    private String detail(VramRecord.Lockout lockout, boolean lasting, GpuNames names) {
        var parts = new ArrayList<String>(List.of(names.of(lockout.gpu())));
        if (lasting) {
            parts.add(strings.text("vram.lockout.lasting"));
        } else if (lockout.ended() == null) {
            parts.add(strings.text("vram.lockout.open"));
        } else if (lockout.endedBy() != null) {
            switch (lockout.endedBy()) {
                case CONSOLE_STOPPED -> parts.add(strings.text("vram.lockout.stopped"));
                case GPU_GONE -> parts.add(strings.text("vram.lockout.gone"));
                case UNSEEN -> parts.add(strings.text("vram.lockout.unseen"));
                case RECOVERED -> {
                }
            }
        }
        lockout.holders().stream().findFirst().ifPresent(top -> parts.add(held(top)));
        return String.join(strings.text("vram.lockout.separator"), parts);
    }

    private String held(VramRecord.TopHolder top) {
        var name = top.model() != null
                ? Legible.name(top.model())
                : top.program() != null
                        ? Legible.name(top.program())
                        : strings.text("vram.lockout.pid",
                                String.valueOf(top.pid()));
        return top.usedMib() == null
                ? strings.text("vram.lockout.most", name)
                : strings.text("vram.lockout.most.held", name,
                        formats.memory(Math.round(top.usedMib() * VramReading.MIB)));
    }
}

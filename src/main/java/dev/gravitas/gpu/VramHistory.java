package dev.gravitas.gpu;

import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramReading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The last hour of each GPU's memory, by the second, with the least that was free in each. Seconds in which nothing could be
/// read are left out, never filled in. Thread-safe.
public final class VramHistory implements GpuListener {
    /// How far back it goes.
    public static final Duration LENGTH = Duration.ofHours(1);

    private final Map<String, ArrayDeque<VramPoint>> points = new HashMap<>();

    @Override
    public synchronized void heard(GpuStatus status) {
        if (!status.well()) {
            return;
        }
        for (var reading : status.gpus()) {
            var vram = reading.vram().orNull();
            if (vram != null) {
                add(points.computeIfAbsent(reading.gpu().id(), _ -> new ArrayDeque<>()), reading.at(), vram);
            }
        }
    }

    private static void add(ArrayDeque<VramPoint> line, Instant at, VramReading vram) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        long free = vram.freeBytes();
        var last = line.peekLast();
        if (last != null && last.at().equals(second)) {
            line.removeLast();
            free = Math.min(free, last.freeBytes());
        } else if (last != null && last.at().isAfter(second)) {
            // The clock was set back: what seems to lie ahead goes.
            line.removeIf(point -> !point.at().isBefore(second));
        }
        line.addLast(new VramPoint(second, free, vram.totalBytes()));
        Instant oldest = second.minus(LENGTH);
        while (line.peekFirst() != null && line.peekFirst().at().isBefore(oldest)) {
            line.removeFirst();
        }
    }

    /// What is known of a GPU, oldest first.
    public synchronized List<VramPoint> of(String gpu) {
        var line = points.get(gpu);
        return line == null ? List.of() : List.copyOf(line);
    }
}

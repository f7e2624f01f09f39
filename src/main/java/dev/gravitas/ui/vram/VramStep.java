package dev.gravitas.ui.vram;

import dev.gravitas.model.VramRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is stored of a GPU's used memory over a time, in GiB.
///
/// @param most used from the first moment to the last
/// @param last used at the last, or `most` where that is not known
record VramStep(Instant from, Instant to, double most, double last) {
    private static final double MIB_PER_GIB = 1_024;

    /// @param lockouts of any GPUs
    /// @return oldest first; those of one line do not overlap
    static List<VramStep> of(List<VramRecord.Line> lines, List<VramRecord.Lockout> lockouts) {
        return lines.stream()
                .flatMap(line -> of(line, lockouts).stream())
                .sorted(Comparator.comparing(VramStep::from).thenComparing(VramStep::to))
                .toList();
    }

    /// The rows of a console that crashed end before the worst of its lockout. What is told of the lockout itself says it.
    private static List<VramStep> of(VramRecord.Line line, List<VramRecord.Lockout> lockouts) {
        List<VramStep> steps = rows(line);
        for (var lockout : lockouts) {
            if (lockout.host().equals(line.host()) && lockout.gpu().equals(line.gpu())) {
                var before = steps;
                steps = lockout(line, lockout).map(step -> step.raise(before)).orElse(before);
            }
        }
        return steps;
    }

    private static List<VramStep> rows(VramRecord.Line line) {
        var steps = new ArrayList<VramStep>();
        var before = Instant.MIN;
        for (var slice : line.slices()) {
            var row = row(line, slice).orElse(null);
            if (row != null) {
                row.inItsTime(slice.low(), before).forEach(steps::add);
            }
            before = slice.to();
        }
        return steps;
    }

    /// A row that tells when its most was used stands there with it, and at its own time with what was used then.
    private Stream<VramStep> inItsTime(VramRecord.@Nullable Low low, Instant before) {
        if (low == null || low.from().isBefore(before)) {
            return Stream.of(this);
        }
        return Stream.of(new VramStep(low.from(), low.until(), most, last), new VramStep(from, to, last, last));
    }

    private static Optional<VramStep> row(VramRecord.Line line, VramRecord.Slice slice) {
        var total = line.totalMib();
        var least = slice.leastFreeMib();
        var most = total == null || least == null ? slice.mostUsedMib() : Double.valueOf(total - least);
        if (most == null) {
            return Optional.empty();
        }
        var free = slice.lastFreeMib();
        double last = total == null || free == null ? most : total - free;
        return Optional.of(new VramStep(slice.from(), slice.to(), most / MIB_PER_GIB, last / MIB_PER_GIB));
    }

    private static Optional<VramStep> lockout(VramRecord.Line line, VramRecord.Lockout lockout) {
        var total = line.totalMib();
        var lowest = lockout.lowestFreeMib();
        if (total == null || lowest == null) {
            return Optional.empty();
        }
        double most = (total - lowest) / MIB_PER_GIB;
        var ended = lockout.ended() == null ? lockout.began() : lockout.ended();
        return Optional.of(new VramStep(lockout.began(), ended, most, most));
    }

    /// Puts this in the place of what others say of its time, unless one says as much of all of it.
    private List<VramStep> raise(List<VramStep> others) {
        double peak = most;
        var raised = new ArrayList<VramStep>();
        for (var other : others) {
            if (!other.overlaps(this)) {
                raised.add(other);
            } else if (other.most >= most && !other.from.isAfter(from) && !other.to.isBefore(to)) {
                return others;
            } else {
                peak = Math.max(peak, other.most);
                other.without(this).forEach(raised::add);
            }
        }
        raised.add(new VramStep(from, to, peak, peak));
        return raised;
    }

    private boolean overlaps(VramStep other) {
        return from.isBefore(other.to) && to.isAfter(other.from);
    }

    private Stream<VramStep> without(VramStep middle) {
        return Stream.of(new VramStep(from, middle.from, most, most), new VramStep(middle.to, to, most, last))
                .filter(part -> !part.to.isBefore(part.from));
    }
}

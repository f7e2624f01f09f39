package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.ModelColours.Look;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What lines say of a moment: readings that were made, never a value in between. Pure.
record Readings(List<TimeLine> lines) {
    Readings {
        lines = List.copyOf(lines);
    }

    /// One line at a moment.
    record Reading(String name, Look look, double value) {}

    /// The highest first; a line that has none there is left out.
    ///
    /// @param reach how far from the moment a reading may lie where the line does not go through it
    List<Reading> at(Instant moment, Duration reach) {
        return lines.stream()
                .flatMap(line -> at(line, moment.toEpochMilli(), reach.toMillis()).stream())
                .sorted(Comparator.comparingDouble(Reading::value).reversed())
                .toList();
    }

    private static Optional<Reading> at(TimeLine line, long ms, long reachMs) {
        return line.runs()
                .stream()
                .filter(run -> distance(run, ms) <= reachMs)
                .min(Comparator.comparingLong(run -> distance(run, ms)))
                .map(run -> new Reading(line.name(), line.look(), run.value(run.nearest(ms))));
    }

    private static long distance(TimeRun run, long ms) {
        return Math.max(0, Math.max(run.firstMs() - ms, ms - run.lastMs()));
    }

    /// The first reading of any line at or after a moment.
    Optional<Instant> from(Instant moment) {
        long ms = moment.toEpochMilli();
        return instant(runs().filter(run -> run.lastMs() >= ms).mapToLong(run -> run.atMs(run.from(ms))).min());
    }

    /// The last reading of any line at or before a moment.
    Optional<Instant> until(Instant moment) {
        long ms = moment.toEpochMilli();
        return instant(
                runs().filter(run -> run.firstMs() <= ms).mapToLong(run -> run.atMs(run.from(ms + 1) - 1)).max());
    }

    private Stream<TimeRun> runs() {
        return lines.stream().flatMap(line -> line.runs().stream());
    }

    /// The moments of all readings in a span, each once, oldest first.
    long[] moments(Instant from, Instant to) {
        return runs()
                .flatMapToLong(run -> LongStream.range(run.from(from.toEpochMilli()), run.from(to.toEpochMilli() + 1))
                        .map(i -> run.atMs((int) i)))
                .distinct()
                .sorted()
                .toArray();
    }

    private static Optional<Instant> instant(OptionalLong ms) {
        return ms.isPresent() ? Optional.of(Instant.ofEpochMilli(ms.getAsLong())) : Optional.empty();
    }
}
